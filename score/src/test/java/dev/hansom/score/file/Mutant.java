package dev.hansom.score.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Seeded damage to files of other libraries: bytes flipped, cut out, doubled; words put where numbers were.
final class Mutant {
    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "1",
            "2",
            "7",
            "65",
            "4096",
            "2147483647",
            "-2147483648",
            "4294967295",
            "99999999999999999999",
            "1e999",
            "-1e999",
            "1e-999",
            "NaN",
            "nan",
            "inf",
            "null",
            "true",
            "\"\"",
            "\"9\"",
            "[]",
            "{}",
            "[[[[",
            "}",
            "");

    private final Random random;

    Mutant(long seed) {
        this.random = new Random(seed);
    }

    /// Text with one or a few numbers replaced, or damaged as [#bytes].
    byte[] text(byte[] whole) {
        if (random.nextInt(4) == 0) {
            return bytes(whole);
        }
        byte[] mutant = whole;
        for (int times = random.nextInt(3); times >= 0; times--) {
            mutant = word(mutant);
        }
        return mutant;
    }

    private byte[] word(byte[] whole) {
        int from = random.nextInt(whole.length);
        while (from < whole.length && !isDigit(whole[from])) {
            from++;
        }
        int to = from;
        while (to < whole.length && (isDigit(whole[to]) || whole[to] == '.')) {
            to++;
        }
        byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
        return joined(whole, from, word, to);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9' || b == '-';
    }

    /// Bytes altered, cut out, doubled, or a length blown up.
    byte[] bytes(byte[] whole) {
        int at = random.nextInt(whole.length);
        int end = Math.min(whole.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        return switch (random.nextInt(4)) {
            case 0 -> joined(whole, at, new byte[0], end);
            case 1 -> joined(whole, end, java.util.Arrays.copyOfRange(whole, at, end), end);
            case 2 -> joined(whole, at, new byte[] {'L', 0, 0, 0, 0, 127, -1, -1, -1}, end);
            default -> {
                byte[] altered = whole.clone();
                for (int times = random.nextInt(4); times >= 0; times--) {
                    altered[random.nextInt(whole.length)] = (byte) random.nextInt();
                }
                yield altered;
            }
        };
    }

    private static byte[] joined(byte[] whole, int from, byte[] middle, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(whole, 0, from);
        all.write(middle, 0, middle.length);
        all.write(whole, to, whole.length - to);
        return all.toByteArray();
    }

    /// A zip file with an entry damaged inside, or, seldom, damaged itself.
    byte[] zip(byte[] whole) {
        if (random.nextInt(8) == 0) {
            return bytes(whole);
        }
        Map<String, byte[]> entries = entries(whole);
        List<String> names = List.copyOf(entries.keySet());
        String name = random.nextBoolean() ? "schema.json" : names.get(random.nextInt(names.size()));
        byte[] entry = entries.get(name);
        if (entry.length > 0) {
            entries.put(name, name.endsWith(".json") ? text(entry) : bytes(entry));
        }
        return zipped(entries);
    }

    static Map<String, byte[]> entries(byte[] whole) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] zipped(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
