package dev.hansom.project;

import dev.hansom.score.Range;
import java.util.Map;

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
}
