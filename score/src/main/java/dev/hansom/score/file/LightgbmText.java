package dev.hansom.score.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of a LightGBM model, line by line: `key=value`, or a word alone. Numbers stand apart by spaces.
///
/// Errors: what is not there as asked is a [ModelFormatException] with the line.
/// Threads: for one thread.
final class LightgbmText {
    private final byte[] bytes;
    private int at;
    private int number;

    LightgbmText(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The next line without its end; the empty line past the last.
    String line() {
        int from = at;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        int end = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
        at = Math.min(bytes.length, at + 1);
        number++;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    /// The lines up to the next empty one, by key; a word alone has an empty value.
    Map<String, String> block() {
        Map<String, String> lines = new HashMap<>();
        while (hasMore()) {
            String line = line();
            if (line.isBlank()) {
                break;
            }
            int is = line.indexOf('=');
            String key = is < 0 ? line.strip() : line.substring(0, is);
            if (lines.put(key, is < 0 ? "" : line.substring(is + 1)) != null) {
                throw wrong(key + " a second time", "each key once");
            }
        }
        return lines;
    }

    /// The numbers of a line.
    static double[] numbers(String key, String line) {
        Numbers numbers = new Numbers();
        for (String word : words(line)) {
            numbers.add(number(key, word));
        }
        return numbers.doubles();
    }

    /// The whole numbers of a line.
    static int[] integers(String key, String line) {
        Numbers numbers = new Numbers();
        for (String word : words(line)) {
            try {
                numbers.add((int) Long.parseLong(word));
            } catch (NumberFormatException e) {
                throw new ModelFormatException(
                        "LightGBM model: " + key + "=" + shown(word) + " (expected: whole numbers)", e);
            }
        }
        return numbers.integers();
    }

    /// A number; `inf` and `nan` as C writes them.
    static double number(String key, String word) {
        try {
            return switch (word) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan", "-nan" -> Double.NaN;
                default -> Double.parseDouble(word);
            };
        } catch (NumberFormatException e) {
            throw new ModelFormatException("LightGBM model: " + key + "=" + shown(word) + " (expected: a number)", e);
        }
    }

    /// The words of a line.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            int to = line.indexOf(' ', from);
            to = to < 0 ? line.length() : to;
            if (to > from) {
                words.add(line.substring(from, to));
            }
            from = to + 1;
        }
        return words;
    }

    ModelFormatException wrong(String found, String expected) {
        return new ModelFormatException(
                "LightGBM model: line " + number + ": " + shown(found) + " (expected: " + expected + ")");
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
