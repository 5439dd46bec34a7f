package dev.hansom.design;

import dev.hansom.evaluate.Comparison;
import java.util.List;

/// What a rolling origin found: the weeks one by one, and rule against model over all of them.
public record Rolling(List<Week> weeks, Comparison comparison) {
    public Rolling {
        weeks = List.copyOf(weeks);
    }
}
