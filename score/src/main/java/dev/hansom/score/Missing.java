package dev.hansom.score;

/// The one missing value of each type that a field can have.
///
/// A text is missing when it is `null`. See `docs/adr/0003-nan-is-null.md`.
public final class Missing {
    /// A missing whole number, timestamp or truth value.
    public static final long LONG = Long.MIN_VALUE;

    private Missing() {}

    /// Says whether this number is missing.
    public static boolean is(double value) {
        return Double.isNaN(value);
    }

    /// Says whether this whole number, timestamp or truth value is missing.
    public static boolean is(long value) {
        return value == LONG;
    }
}
