package dev.hansom.score.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Universal Binary JSON, read as it stands in memory. Source: UBJSON draft 12; a counted list has no end
/// mark.
final class UbjsonSource implements Source {
    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;
    private int depth;

    UbjsonSource(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public void object(Consumer<String> member) {
        expect('{');
        while (!accept('}')) {
            member.accept(string(length(mark())));
        }
    }

    @Override
    public void list(Runnable item) {
        expect('[');
        if (accept('$')) {
            throw wrong("a list of packed numbers", "a list of values");
        }
        if (accept('#')) {
            for (int left = length(mark()); left > 0; left--) {
                item.run();
            }
        } else {
            while (!accept(']')) {
                item.run();
            }
        }
    }

    @Override
    public String text() {
        char mark = mark();
        return switch (mark) {
            case 'S', 'H' -> string(length(mark()));
            case 'd' -> Float.toString(Float.intBitsToFloat((int) number('l')));
            case 'D' -> Double.toString(Double.longBitsToDouble(number('L')));
            default -> Long.toString(number(mark));
        };
    }

    @Override
    public float[] floats() {
        if (packed('d')) {
            float[] floats = new float[count(4)];
            bytes.asFloatBuffer().get(floats);
            bytes.position(bytes.position() + 4 * floats.length);
            return floats;
        }
        Numbers numbers = new Numbers();
        numbers(mark -> numbers.add(real(mark)));
        return numbers.floats();
    }

    @Override
    public double[] doubles() {
        Numbers numbers = new Numbers();
        numbers(mark -> numbers.add(wide(mark)));
        return numbers.doubles();
    }

    @Override
    public int[] integers() {
        if (packed('l')) {
            int[] integers = new int[count(4)];
            bytes.asIntBuffer().get(integers);
            bytes.position(bytes.position() + 4 * integers.length);
            return integers;
        }
        Numbers numbers = new Numbers();
        numbers(mark -> numbers.add(whole(mark)));
        return numbers.integers();
    }

    @Override
    public void skip() {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " levels", "fewer");
        }
        switch (peek()) {
            case '{' -> object(name -> skip());
            case '[' -> skipList();
            case 'Z', 'T', 'F' -> mark();
            default -> text();
        }
        depth--;
    }

    private void skipList() {
        if (bytes.remaining() > 1 && bytes.get(bytes.position() + 1) == '$') {
            numbers(mark -> number(mark == 'd' ? 'l' : mark == 'D' ? 'L' : mark));
        } else {
            list(this::skip);
        }
    }

    private interface Mark {
        void read(char mark);
    }

    /// A list of numbers, each with a mark or all with one.
    private void numbers(Mark each) {
        if (bytes.remaining() > 1 && bytes.get(bytes.position() + 1) == '$') {
            expect('[');
            expect('$');
            char mark = mark();
            expect('#');
            for (int left = length(mark()); left > 0; left--) {
                each.read(mark);
            }
        } else {
            list(() -> each.read(mark()));
        }
    }

    /// Whether a list of such numbers comes, all with one mark; then up to its length it is read.
    private boolean packed(char mark) {
        int from = bytes.position();
        if (bytes.remaining() < 4
                || bytes.get(from) != '['
                || bytes.get(from + 1) != '$'
                || bytes.get(from + 2) != mark
                || bytes.get(from + 3) != '#') {
            return false;
        }
        bytes.position(from + 4);
        return true;
    }

    /// The length of a list whose items take `size` bytes each.
    private int count(int size) {
        int length = length(mark());
        if (length > bytes.remaining() / size) {
            throw wrong("a list of " + length, "at most " + bytes.remaining() / size + ", what is left");
        }
        return length;
    }

    private double wide(char mark) {
        return switch (mark) {
            case 'd' -> Float.intBitsToFloat((int) number('l'));
            case 'D' -> Double.longBitsToDouble(number('L'));
            default -> number(mark);
        };
    }

    private float real(char mark) {
        return switch (mark) {
            case 'd' -> Float.intBitsToFloat((int) number('l'));
            case 'D' -> (float) Double.longBitsToDouble(number('L'));
            default -> number(mark);
        };
    }

    private int whole(char mark) {
        long value = number(mark);
        if (value != (int) value) {
            throw wrong("" + value, "a whole number of 32 bits");
        }
        return (int) value;
    }

    /// A whole number of the kind of `mark`; every list item takes at least a byte, save these three.
    private long number(char mark) {
        return switch (mark) {
            case 'T' -> 1;
            case 'F', 'N' -> 0;
            case 'i', 'C' -> need(1).get();
            case 'U' -> need(1).get() & 0xff;
            case 'I' -> need(2).getShort();
            case 'l' -> need(4).getInt();
            case 'L' -> need(8).getLong();
            default -> throw wrong("'" + mark + "'", "a whole number");
        };
    }

    private int length(char mark) {
        long length = "iUIlL".indexOf(mark) < 0 ? -1 : number(mark);
        if (length < 0 || length > bytes.remaining()) {
            throw wrong("a length of " + length, "at most " + bytes.remaining() + ", what is left");
        }
        return (int) length;
    }

    private String string(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        bytes.get();
        return true;
    }

    private void expect(char expected) {
        if (!accept(expected)) {
            throw wrong("'" + peek() + "'", "'" + expected + "'");
        }
    }

    private char mark() {
        return (char) need(1).get();
    }

    private char peek() {
        return (char) need(1).get(bytes.position());
    }

    private ByteBuffer need(int length) {
        if (bytes.remaining() < length) {
            throw wrong("the end", "more");
        }
        return bytes;
    }

    private ModelFormatException wrong(String found, String expected) {
        return new ModelFormatException(
                "UBJSON at byte " + bytes.position() + ": " + found + " (expected: " + expected + ")");
    }
}
