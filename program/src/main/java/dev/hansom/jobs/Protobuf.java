package dev.hansom.jobs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A message of Protocol Buffers in the making, field after field, by their numbers.
///
/// Source: the encoding of Protocol Buffers, version 2: lists of numbers are written number by number.
/// Threads: for one.
final class Protobuf {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A whole number, or the number of a value of an enumeration.
    Protobuf whole(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    /// A float32.
    Protobuf single(int field, float value) {
        varint(((long) field << 3) | FIXED_32);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(bits >> shift);
        }
        return this;
    }

    Protobuf text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
        return bytes(field, value.bytes());
    }

    Protobuf bytes(int field, byte[] value) {
        varint(((long) field << 3) | BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    /// The message as it stands.
    byte[] bytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
