package dev.hansom.score.kernel;

/// How a forest calculates: what its numbers are rounded to, and what sends a row to the left.
public enum Arithmetic {
    /// Float32 throughout: a row goes left where `x < threshold`. A category is a number from 0 to below
    /// 2^24, cut to a whole one. Source: XGBoost.
    SINGLE,
    /// Float64 throughout: a row goes left where `x <= threshold`. A category is a number above -1, cut to a
    /// whole one. Source: LightGBM, scikit-learn.
    DOUBLE;

    private static final double FIRST_NO_CATEGORY = 1 << 24;

    /// Whether `x`, which is not missing, goes right at `threshold`.
    boolean right(double x, double threshold) {
        return this == SINGLE ? !((float) x < threshold) : x > threshold;
    }

    /// The category that `x` is; -1 for none.
    int category(double x) {
        if (this == SINGLE) {
            float number = (float) x;
            return number >= 0 && number < FIRST_NO_CATEGORY ? (int) number : -1;
        }
        return x > -1 && x < 0x1p31 ? (int) x : -1;
    }

    /// `sum + x`, rounded.
    double add(double sum, double x) {
        return this == SINGLE ? (float) (sum + x) : sum + x;
    }
}
