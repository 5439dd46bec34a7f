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

    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        add((int) (bits >> 32));
        add((int) bits);
    }

    /// What was added as float64.
    double[] doubles() {
        double[] values = new double[size / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(((long) bits[2 * i] << 32) | (bits[2 * i + 1] & 0xffff_ffffL));
        }
        return values;
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
