package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A reader of model files that knows nothing but the page of the package, and of the program nothing at all.
final class Layout {
    private static final List<String> ORDER =
            List.of("SIGN", "TABL", "DEFN", "LOOK", "FEAT", "KERN", "PROV", "TABN", "RANG");

    private final Set<String> seen = new TreeSet<>();
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    /// The alternatives that were met.
    Set<String> seen() {
        return seen;
    }

    void read(byte[] file, String where) {
        bytes = ByteBuffer.wrap(file);
        byte[] first = new byte[8];
        bytes.get(first);
        assertThat(HexFormat.of().formatHex(first)).isEqualTo("89484e534d0d0a1a");
        assertThat(bytes.getInt()).isEqualTo(1);
        assertThat(bytes.getLong()).isEqualTo(file.length);
        assertThat(sum(Arrays.copyOf(file, file.length - 32)))
                .isEqualTo(Arrays.copyOfRange(file, file.length - 32, file.length));
        List<String> tags = new ArrayList<>();
        while (bytes.position() < file.length - 32) {
            byte[] tag = new byte[4];
            bytes.get(tag);
            tags.add(new String(tag, StandardCharsets.US_ASCII));
            long end = bytes.getLong() + bytes.position();
            section(tags.get(tags.size() - 1));
            assertThat((long) bytes.position()).as(where + " " + tags).isEqualTo(end);
        }
        assertThat(tags)
                .as(where)
                .isEqualTo(ORDER.stream().filter(tags::contains).toList());
        assertThat(tags).as(where).startsWith(ORDER.subList(0, 7).toArray(new String[0]));
    }

    private void section(String tag) {
        see("section " + tag);
        switch (tag) {
            case "SIGN" -> {
                times(6, this::text);
                list(this::pair);
            }
            case "TABL" ->
                list(() -> {
                    times(3, this::text);
                    list(() -> {
                        bytes.getLong();
                        text();
                    });
                });
            case "DEFN", "FEAT", "PROV" -> list(this::pair);
            case "LOOK" -> list(this::lookup);
            case "KERN" -> kernel(bytes.get());
            case "TABN" -> list(this::table);
            case "RANG" -> times(2, bytes::getDouble);
            default -> throw new AssertionError(tag);
        }
    }

    private void lookup() {
        times(2, this::text);
        times(2, bytes::getDouble);
        list(() -> {
            int keys = list(this::text);
            list(() -> {
                times(keys, this::part);
                bytes.getLong();
                bytes.getDouble();
            });
        });
    }

    private void part() {
        switch (see("key part ", bytes.get())) {
            case 0 -> {}
            case 1 -> bytes.getLong();
            case 2 -> text();
            default -> throw new AssertionError();
        }
    }

    private void table() {
        text();
        String key = text();
        String type = text();
        if (see("otherwise ", bytes.get()) == 1) {
            value(type);
        }
        text();
        list(() -> {
            value(key);
            value(type);
        });
    }

    private void value(String type) {
        see("a table's " + type);
        switch (type) {
            case "int64" -> bytes.getLong();
            case "double" -> bytes.getDouble();
            case "string" -> text();
            default -> throw new AssertionError(type);
        }
    }

    private void kernel(int kind) {
        switch (see("kernel ", kind)) {
            case 1 -> text();
            case 2, 7 -> {
                bytes.getDouble();
                list(() -> times(2, bytes::getDouble));
            }
            case 3 -> {
                bytes.getInt();
                bytes.getFloat();
                text();
                list(() -> nodes(false));
            }
            case 4 -> forest();
            default -> throw new AssertionError(kind);
        }
    }

    private void forest() {
        bytes.getInt();
        String arithmetic = text();
        see(arithmetic);
        see("link " + text());
        times(2, bytes::getDouble);
        list(bytes::getDouble);
        list(() -> tree(arithmetic.equals("DOUBLE")));
    }

    private void tree(boolean wide) {
        bytes.getInt();
        int flags = see("flags ", bytes.get());
        times(nodes(wide), () -> {
            if ((flags & 1) != 0) {
                number(wide);
            }
            if ((flags & 2) != 0 && see("set ", bytes.get()) == 1) {
                list(bytes::getInt);
            }
            if ((flags & 4) != 0) {
                see("missing ", bytes.get());
            }
            if ((flags & 8) != 0 && see("sum ", bytes.get()) == 1) {
                bytes.getDouble();
                times(list(bytes::getInt), bytes::getDouble);
            }
        });
    }

    private int nodes(boolean wide) {
        int[] splits = new int[1];
        int nodes = list(() -> {
            splits[0] += bytes.getInt() == -1 ? 0 : 1;
            number(wide);
        });
        assertThat(nodes).isEqualTo(2 * splits[0] + 1);
        return nodes;
    }

    private void number(boolean wide) {
        if (wide) {
            bytes.getDouble();
        } else {
            bytes.getFloat();
        }
    }

    private void pair() {
        times(2, this::text);
    }

    private String text() {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int list(Runnable item) {
        int count = bytes.getInt();
        times(count, item);
        return count;
    }

    private static void times(int count, Runnable item) {
        for (int i = 0; i < count; i++) {
            item.run();
        }
    }

    private int see(String what, int which) {
        see(what + which);
        return which;
    }

    private void see(String what) {
        seen.add(what);
    }

    private static byte[] sum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
