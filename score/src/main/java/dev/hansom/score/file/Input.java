package dev.hansom.score.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Bytes of a model file as they are read; see the package. No claim of a length is believed beyond the bytes there
/// are.
///
/// Errors: what is not there as asked is a [ModelFormatException] with section and byte.
final class Input {
    private final String where;
    private final ByteBuffer bytes;

    Input(String where, ByteBuffer bytes) {
        this.where = where;
        this.bytes = bytes;
    }

    int u8() {
        return need(1).get() & 0xff;
    }

    /// A `u8` that says whether something follows.
    /// Errors: another than 0 and 1.
    boolean mark() {
        int mark = u8();
        if (mark > 1) {
            throw wrong("a mark of " + mark, "0 or 1");
        }
        return mark == 1;
    }

    int i32() {
        return need(4).getInt();
    }

    long i64() {
        return need(8).getLong();
    }

    float f32() {
        return Float.intBitsToFloat(i32());
    }

    double f64() {
        return Double.longBitsToDouble(i64());
    }

    String text() {
        int length = count(1);
        ByteBuffer utf8 = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(at() + ": bytes that are no UTF-8 (expected: text)", e);
        }
    }

    /// How many items follow, each of which takes `smallest` bytes or more.
    int count(int smallest) {
        long count = i32() & 0xffff_ffffL;
        if (count * smallest > bytes.remaining()) {
            throw wrong("a count of " + count, "at most " + bytes.remaining() / smallest + ", what is left");
        }
        return (int) count;
    }

    <T> List<T> list(int smallest, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int left = count(smallest); left > 0; left--) {
            items.add(item.get());
        }
        return items;
    }

    /// The next `length` bytes under a name of their own.
    Input part(String name, long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw wrong("section " + name + " of " + length + " bytes", "at most " + bytes.remaining());
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return new Input("section " + name, part);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /// Errors: bytes that nobody asked for.
    void end() {
        if (hasMore()) {
            throw wrong(bytes.remaining() + " bytes more", "the end");
        }
    }

    ModelFormatException wrong(String found, String expected) {
        return new ModelFormatException(at() + ": " + found + " (expected: " + expected + ")");
    }

    private String at() {
        return "model file: " + where + " at byte " + bytes.position();
    }

    private ByteBuffer need(int length) {
        if (bytes.remaining() < length) {
            throw wrong("the end", length + " bytes more");
        }
        return bytes;
    }
}
