package dev.hansom.learn;

import dev.hansom.project.LookupPlan;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Learns lookups from past rows, one after the other: a later one may read the values of earlier ones.
///
/// While a later lookup is learned, the earlier ones' values on the same rows are those just learned from them, each as
/// if its own row had not been there: else what is left after them, or over them, would look too small.
/// Shrinking happens where a lookup answers, see [Lookup].
/// Threads: not safe.
final class LookupFit {
    private final List<LookupStep> steps = new ArrayList<>();
    private final Scope scope;

    LookupFit(Rows rows, List<LookupPlan> plans) {
        Scope wider = rows.scope();
        Set<String> names = new HashSet<>();
        for (LookupPlan plan : plans) {
            LookupStep step = new LookupStep(plan, rows, wider, names);
            steps.stream()
                    .filter(earlier -> step.reads().contains(earlier.name()))
                    .forEach(LookupStep::willBeRead);
            steps.add(step);
            names.add(plan.name());
            wider = wider.with(plan.name(), step);
        }
        this.scope = wider;
    }

    /// Learns all of them from the rows `use` and nothing else. The first time chooses the strengths that are left
    /// open.
    void learn(int[] use) {
        steps.forEach(step -> step.learn(use));
    }

    /// What was learned last.
    List<Lookup> lookups() {
        return steps.stream().map(LookupStep::lookup).toList();
    }

    /// Tables, definitions and every lookup as last learned; for the rows it learns from, and no others.
    Scope scope() {
        return scope;
    }
}
