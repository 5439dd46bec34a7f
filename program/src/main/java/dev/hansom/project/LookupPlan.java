package dev.hansom.project;

import dev.hansom.score.feature.Lookup;
import java.util.List;
import java.util.OptionalDouble;

/// How a lookup is to be learned from past rows: what it measures, by `levels` of key expressions from the finest to
/// the
/// coarsest, each shrunk to the next by `shrink` rows (chosen on the past where it is not given); a key with fewer than
/// `least` rows is left to the coarser ones; `otherwise` where there are no past rows at all.
public record LookupPlan(
        String name,
        Measure measure,
        List<List<String>> levels,
        OptionalDouble shrink,
        long least,
        OptionalDouble otherwise) {

    /// The lookup of this shape that has learned nothing yet.
    public Lookup unlearned() {
        List<Lookup.Level> empty =
                levels.stream().map(level -> new Lookup.Level(level, List.of())).toList();
        return new Lookup(name, measure.words(), shrink.orElse(0), empty, Double.NaN);
    }
}
