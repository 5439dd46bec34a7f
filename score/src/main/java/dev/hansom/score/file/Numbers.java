package dev.hansom.score.file;

import java.util.Arrays;

/// Numbers of a list whose length is not known, or not believed, beforehand.
final class Numbers {
    private int[] bits = new int[16];
    private int size;

    void add(int value) {
        if (size == bits.length) {
            bits = Arrays.copyOf(bits, Math.multiplyExact(2, size));
        }
        bits[size++] = value;
    }

    void add(float value) {
        add(Float.floatToRawIntBits(value));
    }

    int[] integers() {
        return Arrays.copyOf(bits, size);
    }

    float[] floats() {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return values;
    }
}
