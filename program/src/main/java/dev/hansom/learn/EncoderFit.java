package dev.hansom.learn;

import dev.hansom.project.CategoryPlan;
import dev.hansom.project.CoordinatesPlan;
import dev.hansom.project.EncoderPlan;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Calculation;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Learns what encoders know, again and again from different rows. Levels of categories read no target and are learned
/// once, from all rows.
///
/// Threads: not safe.
final class EncoderFit {
    private final Rows rows;
    private final List<Lookup> levels;
    private final List<CoordinatesFit> maps;
    private final Map<String, Now> now = new LinkedHashMap<>();
    private final List<Lookup> lookups = new ArrayList<>();

    EncoderFit(Rows rows, List<EncoderPlan> plans) {
        this.rows = rows;
        this.levels = plans.stream()
                .filter(CategoryPlan.class::isInstance)
                .map(plan -> new CategoryFit(rows).fit((CategoryPlan) plan))
                .toList();
        this.maps = plans.stream()
                .filter(CoordinatesPlan.class::isInstance)
                .map(plan -> new CoordinatesFit(rows, (CoordinatesPlan) plan))
                .toList();
        plans.forEach(plan ->
                plan.unlearned().forEach(one -> now.put(one.name(), new Now(new BoundLookup(one, rows.scope())))));
        set(levels);
    }

    void learn(int[] use) {
        lookups.clear();
        set(levels);
        maps.forEach(map -> set(map.learn(use)));
    }

    /// What was learned last.
    List<Lookup> lookups() {
        return List.copyOf(lookups);
    }

    /// `scope` and what was learned last, which may be learned anew.
    Scope scope(Scope scope) {
        Scope wider = scope;
        for (Map.Entry<String, Now> one : now.entrySet()) {
            wider = wider.with(one.getKey(), one.getValue());
        }
        return wider;
    }

    private void set(List<Lookup> learned) {
        for (Lookup lookup : learned) {
            lookups.add(lookup);
            Now one = now.get(lookup.name());
            if (one != null) {
                one.bound = new BoundLookup(lookup, rows.scope());
            }
        }
    }

    /// A lookup that is learned anew under the same name.
    private static final class Now implements Calculation {
        private BoundLookup bound;

        private Now(BoundLookup bound) {
            this.bound = bound;
        }

        @Override
        public double number(Columns columns, int row) {
            return bound.number(columns, row);
        }

        @Override
        public Set<String> columns() {
            return bound.columns();
        }
    }
}
