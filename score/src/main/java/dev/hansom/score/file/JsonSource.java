package dev.hansom.score.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// JSON, read as it stands in memory. Source: RFC 8259, and `NaN`, `Infinity`, which boosters write.
final class JsonSource implements Source {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

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

    /// Whether a string comes next.
    boolean isString() {
        return peek() == '"';
    }

    @Override
    public float[] floats() {
        Numbers numbers = new Numbers();
        list(() -> numbers.add(real()));
        return numbers.floats();
    }

    @Override
    public double[] doubles() {
        Numbers numbers = new Numbers();
        list(() -> numbers.add(number(token())));
        return numbers.doubles();
    }

    @Override
    public int[] integers() {
        Numbers numbers = new Numbers();
        list(() -> numbers.add(whole()));
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

    private boolean stands(char expected) {
        return at < bytes.length && bytes[at] == expected;
    }

    private boolean inWord() {
        return at < bytes.length && isWord(bytes[at]);
    }

    private static boolean isWord(byte b) {
        return Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.';
    }

    private double number(String token) {
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            throw wrong(token, "a number");
        }
    }

    /// The next number: most are few digits, which one multiplication or division makes exact.
    private float real() {
        peek();
        int from = at;
        float value = decimal();
        if (inWord() || Float.isNaN(value)) {
            at = from;
            String token = token();
            try {
                return Float.parseFloat(token);
            } catch (NumberFormatException e) {
                throw wrong(token, "a number");
            }
        }
        return value;
    }

    /// A number of few digits, rounded once; NaN for any other. Source: Clinger, "How to read floating point
    /// numbers accurately", 1990: a whole number and a power of ten that are both exact.
    private float decimal() {
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        int from = at;
        long digits = digits(0);
        int places = 0;
        int count = at - from;
        if (stands('.')) {
            int point = ++at;
            digits = digits(digits);
            places = at - point;
            count += places;
        }
        int exponent = exponent() - places;
        if (count == 0 || count > 15 || exponent < -22 || exponent > 22) {
            return Float.NaN;
        }
        double value = exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
        boolean doubtful = (Double.doubleToRawLongBits(value) & 0x1fff_ffff) == 0x1000_0000
                || (value < Float.MIN_NORMAL && digits != 0)
                || value > Float.MAX_VALUE;
        return doubtful ? Float.NaN : (float) (negative ? -value : value);
    }

    private long digits(long before) {
        long digits = before;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            digits = digits * 10 + bytes[at++] - '0';
        }
        return digits;
    }

    /// The exponent that comes next, if any; one that is none is out of every range.
    private int exponent() {
        if (!stands('E') && !stands('e')) {
            return 0;
        }
        at++;
        boolean negative = stands('-');
        at += negative || stands('+') ? 1 : 0;
        int from = at;
        long digits = digits(0);
        return at == from || at - from > 4 ? 9999 : (int) (negative ? -digits : digits);
    }

    private int whole() {
        byte first = peek();
        int from = at;
        at += first == '-' ? 1 : 0;
        int start = at;
        long value = digits(0);
        int count = at - start;
        boolean word = inWord();
        if (count > 0 && count < 11 && !word) {
            long signed = first == '-' ? -value : value;
            if (signed == (int) signed) {
                return (int) signed;
            }
        }
        at = from;
        String token = token();
        return switch (token) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw wrong(token, "a whole number");
        };
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
