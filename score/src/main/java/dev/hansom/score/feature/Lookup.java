package dev.hansom.score.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table learned from past rows: a statistic by keys, shrunk to coarser keys by count.
///
/// `levels` go from the finest keys to the coarsest; a row takes the value of the first level that knows its key,
/// else `overall`. Values are shrunk already: `(count * statistic + strength * coarser) / (count + strength)`.
/// `statistic` says in words what was learned, for people.
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

    /// One key with what was learned; key parts are `Long`, `String` or null for a missing part.
    public record Cell(List<@Nullable Object> key, long count, double value) {
        public Cell {
            key = Collections.unmodifiableList(new ArrayList<>(key));
        }
    }
}
