package dev.hansom.score.kernel;

/// Which values count as missing at a numeric split.
public enum Missing {
    /// NaN.
    NAN,
    /// NaN, and zero (to within 1e-35). Source: LightGBM's `zero_as_missing`.
    ZERO,
    /// None: NaN is read as 0. Source: LightGBM's `use_missing=false`.
    NONE;

    /// What LightGBM takes for zero: `kZeroThreshold`, a float32.
    static final double NEARLY_ZERO = 1e-35f;

    /// Whether `x` is missing.
    boolean holds(double x) {
        return switch (this) {
            case NAN -> Double.isNaN(x);
            case ZERO -> Double.isNaN(x) || Math.abs(x) <= NEARLY_ZERO;
            case NONE -> false;
        };
    }
}
