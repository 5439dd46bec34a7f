package dev.hansom.project;

import dev.hansom.score.Range;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What every answer is held to: that it moves in one direction with a field or a feature, and that it lies in a range.
public record Promises(Map<String, Direction> fields, Map<String, Direction> features, Range answer) {
    /// Nothing is promised.
    public static final Promises NONE = new Promises(Map.of(), Map.of(), Range.ANY);

    /// The way the answer moves where nothing else changes.
    public enum Direction {
        /// It never falls while the value grows.
        INCREASING,
        /// It never grows while the value grows.
        DECREASING
    }

    public Promises {
        fields = Map.copyOf(fields);
        features = Map.copyOf(features);
    }

    /// The promised directions for people, in the order of their names: `distance increasing, stops decreasing`; empty
    /// where none is promised.
    public String directions() {
        SortedMap<String, Direction> all = new TreeMap<>(fields);
        all.putAll(features);
        return all.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
