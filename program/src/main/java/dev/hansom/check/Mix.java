package dev.hansom.check;

import dev.hansom.score.Columns;

/// Hashes of values and rows, the same in every run.
///
/// Source: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014) as the mixing step.
final class Mix {
    static final long MISSING = 0x6A09E667F3BCC909L;

    private Mix() {}

    static long of(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// A number; -0.0 and 0.0 are one, and so are 3 and 3.0.
    static long number(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    static long text(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return of(hash);
    }

    /// A whole number as the number that it is where a double holds it, so that it equals the same number as a double.
    static long whole(long value) {
        double number = value;
        return (long) number == value && value != Columns.NULL ? number(number) : of(value);
    }
}
