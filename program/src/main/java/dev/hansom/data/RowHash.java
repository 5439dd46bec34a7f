package dev.hansom.data;

import dev.hansom.score.Columns;

/// A hash of the values of a row in two independent lanes of 64 bits, the same on every machine and in every release.
///
/// Source: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014) as the mixing step.
final class RowHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1B54A32D192ED03L;
    private static final long MISSING = 0x6A09E667F3BCC909L;

    private RowHash() {}

    /// The first lane over the first `width` columns.
    static long high(Columns rows, int width, int row) {
        return lane(rows, width, row, GOLDEN);
    }

    /// The second lane over the first `width` columns.
    static long low(Columns rows, int width, int row) {
        return lane(rows, width, row, SECOND);
    }

    /// The fingerprint of rows `from` until the end.
    static Fingerprint sum(Columns rows, int width, int from) {
        long high = 0;
        long low = 0;
        for (int row = from; row < rows.size(); row++) {
            high += high(rows, width, row);
            low += low(rows, width, row);
        }
        return new Fingerprint(high, low, rows.size() - from);
    }

    /// The hash of a text.
    static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long lane(Columns rows, int width, int row, long step) {
        long hash = step;
        for (int column = 0; column < width; column++) {
            hash = mix(hash + step + value(rows, column, row));
        }
        return hash;
    }

    /// The hash of one value: the value itself where it is a number.
    static long value(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return MISSING;
        }
        return switch (rows.schema().type(column)) {
            // Adding zero makes -0.0 and 0.0 one value.
            case DOUBLE -> Double.doubleToLongBits(rows.number(column, row) + 0.0);
            case STRING -> of(String.valueOf(rows.text(column, row)));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> rows.integer(column, row);
        };
    }
}
