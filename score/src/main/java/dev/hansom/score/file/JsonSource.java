package dev.hansom.score.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// JSON, read as it stands in memory. Source: RFC 8259, and `NaN`, `Infinity`, which boosters write.
final class JsonSource implements Source {
    private final byte[] bytes;
    private int at;

    JsonSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void object(Consumer<String> member) {
        expect('{');
        if (!accept('}')) {
            do {
                String name = string();
                expect(':');
                member.accept(name);
            } while (accept(','));
            expect('}');
        }
    }

    @Override
    public void list(Runnable item) {
        expect('[');
        if (!accept(']')) {
            do {
                item.run();
            } while (accept(','));
            expect(']');
        }
    }

    @Override
    public String text() {
        return peek() == '"' ? string() : token();
    }

    @Override
    public float[] floats() {
        Numbers numbers = new Numbers();
        list(() -> numbers.add(real(token())));
        return numbers.floats();
    }

    @Override
    public int[] integers() {
        Numbers numbers = new Numbers();
        list(() -> numbers.add(whole(token())));
        return numbers.integers();
    }

    @Override
    public void skip() {
        int open = 0;
        do {
            switch (peek()) {
                case '{', '[' -> {
                    open++;
                    at++;
                }
                case '}', ']' -> {
                    open--;
                    at++;
                }
                case ',', ':' -> at++;
                case '"' -> string();
                default -> token();
            }
        } while (open > 0);
        if (open < 0) {
            throw wrong("nothing", "a value");
        }
    }

    /// Whatever comes, as a tree: maps, lists, texts, and a [Bare] for a number or a bare word.
    /// Errors: more than `deepest` levels.
    Object value(int deepest) {
        if (deepest == 0) {
            throw wrong("one more level", "fewer levels of nesting");
        }
        return switch (peek()) {
            case '{' -> {
                Map<String, Object> members = new LinkedHashMap<>();
                object(name -> members.put(name, value(deepest - 1)));
                yield members;
            }
            case '[' -> {
                List<Object> items = new ArrayList<>();
                list(() -> items.add(value(deepest - 1)));
                yield items;
            }
            case '"' -> string();
            default -> new Bare(token());
        };
    }

    /// A number, `true`, `false`, `null`, `NaN`, `Infinity` as it is written.
    record Bare(String text) {}

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        int from = at;
        while (next() != '"') {
            if (bytes[at] == '\\') {
                text.append(utf8(from));
                at++;
                text.append(escaped());
                from = at;
            } else {
                at++;
            }
        }
        text.append(utf8(from));
        at++;
        return text.toString();
    }

    private String utf8(int from) {
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    private char escaped() {
        byte code = next();
        at++;
        return switch (code) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> (char) code;
            case 'u' -> unicode();
            default -> throw wrong("\\" + (char) code, "an escape of JSON");
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("no digit", "four hexadecimal digits");
            }
            value = (value << 4) | digit;
            at++;
        }
        return (char) value;
    }

    /// A number or a bare word.
    private String token() {
        peek();
        int from = at;
        while (at < bytes.length && isWord(bytes[at])) {
            at++;
        }
        if (at == from) {
            throw wrong("'" + (char) bytes[at] + "'", "a number");
        }
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isWord(byte b) {
        return Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.';
    }

    private float real(String token) {
        try {
            return Float.parseFloat(token);
        } catch (NumberFormatException e) {
            throw wrong(token, "a number");
        }
    }

    private int whole(String token) {
        try {
            return switch (token) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Integer.parseInt(token);
            };
        } catch (NumberFormatException e) {
            throw wrong(token, "a whole number");
        }
    }

    private boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char expected) {
        if (!accept(expected)) {
            throw wrong("'" + (char) bytes[at] + "'", "'" + expected + "'");
        }
    }

    /// The next byte that is no space.
    private byte peek() {
        while (next() == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
            at++;
        }
        return bytes[at];
    }

    private byte next() {
        if (at >= bytes.length) {
            throw wrong("the end", "more");
        }
        return bytes[at];
    }

    private ModelFormatException wrong(String found, String expected) {
        return new ModelFormatException("JSON at byte " + at + ": " + found + " (expected: " + expected + ")");
    }
}
