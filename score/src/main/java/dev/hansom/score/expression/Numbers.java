package dev.hansom.score.expression;

import dev.hansom.score.Columns;

/// What computes a DOUBLE for a row: finite, or NaN where missing.
interface Numbers {
    double at(Columns columns, int row);

    /// `value`, or missing where it is infinite.
    static double finite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
    }
}
