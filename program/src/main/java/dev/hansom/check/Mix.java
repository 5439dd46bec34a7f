package dev.hansom.check;

import dev.hansom.data.RowHash;
import dev.hansom.score.Columns;

/// Hashes of values and rows, the same in every run; a whole number has that of the same number as a double.
final class Mix {
    static final long MISSING = RowHash.MISSING;

    private Mix() {}

    static long of(long value) {
        return RowHash.mix(value);
    }

    /// A number; -0.0 and 0.0 are one, and so are 3 and 3.0.
    static long number(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    static long text(String text) {
        return RowHash.of(text);
    }

    /// A whole number as the number that it is where a double holds it, so that it equals the same number as a double.
    static long whole(long value) {
        double number = value;
        return (long) number == value && value != Columns.NULL ? number(number) : of(value);
    }
}
