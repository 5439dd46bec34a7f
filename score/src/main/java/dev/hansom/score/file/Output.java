package dev.hansom.score.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;

/// Bytes of a model file as they are written; see the package.
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void u8(int value) {
        bytes.write(value);
    }

    void i32(int value) {
        raw(ByteBuffer.allocate(4).putInt(value).array());
    }

    void i64(long value) {
        raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    void f32(float value) {
        i32(Float.floatToRawIntBits(value));
    }

    void f64(double value) {
        i64(Double.doubleToRawLongBits(value));
    }

    void raw(byte[] value) {
        bytes.write(value, 0, value.length);
    }

    /// Errors: text that UTF-8 cannot say (half a character) is an [IllegalArgumentException].
    void text(String value) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] text = new byte[utf8.remaining()];
            utf8.get(text);
            i32(text.length);
            raw(text);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text with half a character in it: " + value, e);
        }
    }

    <T> void list(Collection<T> items, Consumer<T> item) {
        i32(items.size());
        items.forEach(item);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
