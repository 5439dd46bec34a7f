package dev.hansom.score.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table learned from past rows: a statistic by keys, shrunk to coarser keys by count.
///
/// `levels` go from the finest keys to the coarsest. A row's value begins as `overall`; then, from the coarsest level
/// to
/// the finest, a level that knows the row's key makes it `(count * statistic + strength * value) / (count + strength)`,
/// and one that does not leaves it. Levels need not nest: the coarser value is always that of the row.
/// `statistic` says in words what was learned, for people.
/// Source: the empirical Bayes form of Efron and Morris, 1975, with a fixed strength of the prior.
public record Lookup(String name, String statistic, double strength, List<Level> levels, double overall) {
    public Lookup {
        levels = List.copyOf(levels);
    }

    /// The values for one list of key expressions.
    public record Level(List<String> keys, List<Cell> cells) {
        public Level {
            keys = List.copyOf(keys);
            cells = List.copyOf(cells);
        }
    }

    /// One key with its own rows' statistic, not shrunk; key parts are `Long`, `String` or null for a missing part.
    public record Cell(List<@Nullable Object> key, long count, double statistic) {
        public Cell {
            key = Collections.unmodifiableList(new ArrayList<>(key));
        }
    }
}
