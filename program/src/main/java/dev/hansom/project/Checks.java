package dev.hansom.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What every period of data is held against: written by hand, or frozen from the first periods.
///
/// `rows` is the number of rows a period, `duplicatesAtMost` the share of them that repeat another row, `gapAtMost` the
/// longest stretch without any row, `freshness` how long ago the newest row may be. `fields` are in the order of the
/// file. What is not stated is not checked.
public record Checks(
        Bounds rows,
        OptionalDouble duplicatesAtMost,
        Optional<Duration> gapAtMost,
        Optional<Duration> freshness,
        Map<String, FieldCheck> fields,
        List<RowCheck> expressions) {
    /// Nothing is checked.
    public static final Checks NONE =
            new Checks(Bounds.NONE, OptionalDouble.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of());

    public Checks {
        fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
        expressions = List.copyOf(expressions);
    }

    /// The least and the most a figure may be, both included; infinite where not stated.
    public record Bounds(double min, double max) {
        /// Anything goes.
        public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /// Whether anything is stated.
        public boolean isStated() {
            return !equals(NONE);
        }

        /// Whether `value` lies in them.
        public boolean hold(double value) {
            return min <= value && value <= max;
        }
    }

    /// What one field is held against: its values (all but a share of `outsideAtMost`), its levels (likewise, empty
    /// where any will do), its median, and its share of missing values.
    ///
    /// Unit: times in microseconds of the wall clock, dates in days.
    public record FieldCheck(
            Bounds values, List<String> levels, double outsideAtMost, Bounds median, OptionalDouble missingAtMost) {
        public FieldCheck {
            levels = List.copyOf(levels);
        }
    }

    /// A condition over a row, that holds for a share of at least `atLeast` of the rows where it is not null.
    public record RowCheck(String name, String expression, double atLeast) {}

    /// Whether there is nothing to check.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
