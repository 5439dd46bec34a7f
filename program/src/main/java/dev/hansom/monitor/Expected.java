package dev.hansom.monitor;

/// What rule and model lost when they were validated, in the deciding metric; NaN where unknown. `constant` is the
/// answer of the constant scorer, for the ladder of the live period.
public record Expected(double constant, double rule, double model) {
    /// Nothing known.
    public static final Expected UNKNOWN = new Expected(Double.NaN, Double.NaN, Double.NaN);
}
