package dev.hansom.learn;

import dev.hansom.project.CategoryPlan;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A category as one column a level, for learners that add up weights: 1 where a row has the level and 0 where not, a
/// column for rare levels and one for a missing one.
final class OneHot {
    private OneHot() {}

    static List<Feature> of(CategoryPlan plan, Lookup levels) {
        List<Feature> columns = new ArrayList<>();
        for (Lookup.Cell cell : levels.levels().getFirst().cells()) {
            if (!Double.isNaN(cell.statistic())) {
                String level = cell.key().stream().map(String::valueOf).collect(Collectors.joining(" x "));
                columns.add(new Feature(
                        plan.name() + "=" + level,
                        "coalesce(" + plan.code() + " = " + (long) cell.statistic() + ", FALSE)"));
            }
        }
        long rare = (long) levels.overall();
        columns.add(new Feature(plan.name() + " is rare", "coalesce(" + plan.code() + " = " + rare + ", FALSE)"));
        columns.add(new Feature(plan.name() + " is missing", plan.code() + " IS NULL"));
        return columns;
    }
}
