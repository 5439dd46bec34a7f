package dev.hansom.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a lookup measures: a statistic of `value` (over `denominator` for a ratio; at `level` for a quantile), of what
/// is left of it `after` earlier lookups, from rows where `where` holds.
public record Measure(
        Statistic statistic,
        String value,
        Optional<String> denominator,
        double level,
        Optional<String> after,
        Optional<String> where) {

    /// A mean, median or count.
    public static Measure of(Statistic statistic, String value) {
        return new Measure(statistic, value, Optional.empty(), 0.5, Optional.empty(), Optional.empty());
    }

    /// A ratio of two sums.
    public static Measure ratio(String value, String denominator) {
        return new Measure(Statistic.RATIO, value, Optional.of(denominator), 0.5, Optional.empty(), Optional.empty());
    }

    /// This, from rows where `condition` holds.
    public Measure where(String condition) {
        return new Measure(statistic, value, denominator, level, after, Optional.of(condition));
    }

    /// The expression that is learned from: the value, less what came before; for a count, 1.
    public String learned() {
        if (statistic == Statistic.COUNT) {
            return "CASE WHEN (" + value + ") IS NOT NULL THEN 1 END";
        }
        return after.map(before -> "(" + value + ") - (" + before + ")").orElse(value);
    }

    /// Every expression in it, as it is written.
    public List<String> expressions() {
        List<String> all = new ArrayList<>(List.of(value));
        denominator.ifPresent(all::add);
        after.ifPresent(all::add);
        where.ifPresent(all::add);
        return all;
    }

    /// What it is, for people.
    public String words() {
        String what = switch (statistic) {
            case MEAN -> "mean of " + value;
            case MEDIAN -> "median of " + value;
            case QUANTILE -> level + " quantile of " + value;
            case RATIO -> "sum of " + value + " over sum of " + denominator.orElse("1");
            case COUNT -> value.equals("1") ? "count of rows" : "count of " + value;
        };
        return what
                + after.map(before -> " after " + before).orElse("")
                + where.map(condition -> " where " + condition).orElse("");
    }
}
