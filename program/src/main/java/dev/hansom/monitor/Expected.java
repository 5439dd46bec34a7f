package dev.hansom.monitor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What rule and model lost when they were validated, in the deciding metric; NaN where unknown. `constant` is the
/// answer of the constant scorer, for the ladder of the live period. `openings` is how often the validation part was
/// opened, by whom; `looks` is how often the live part was looked at, this look included.
public record Expected(
        double constant, double rule, double model, Map<String, Long> openings, Map<String, Long> looks) {
    public Expected {
        openings = Collections.unmodifiableMap(new LinkedHashMap<>(openings));
        looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
    }

    /// It is not recorded how often the validation part was opened and the live part looked at.
    public Expected(double constant, double rule, double model) {
        this(constant, rule, model, Map.of(), Map.of());
    }

    /// Nothing known.
    public static final Expected UNKNOWN = new Expected(Double.NaN, Double.NaN, Double.NaN);
}
