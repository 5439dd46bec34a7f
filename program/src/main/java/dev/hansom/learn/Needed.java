package dev.hansom.learn;

import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which lookups some expressions need, directly or through definitions and other lookups.
final class Needed {
    private Needed() {}

    /// The plans, in the order of the project.
    static List<LookupPlan> by(Project project, List<String> expressions) {
        Scope scope = everything(project);
        Set<String> names = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(expressions);
        while (!open.isEmpty()) {
            for (String name : Expression.compile(open.pop(), scope).names()) {
                if (names.add(name)) {
                    open.addAll(textsOf(project, name));
                }
            }
        }
        return project.lookups().stream()
                .filter(plan -> names.contains(plan.name()))
                .toList();
    }

    private static List<String> textsOf(Project project, String name) {
        List<String> texts = new java.util.ArrayList<>();
        for (Definition definition : project.definitions()) {
            if (definition.name().equals(name)) {
                texts.add(definition.expression());
            }
        }
        for (LookupPlan plan : project.lookups()) {
            if (plan.name().equals(name)) {
                texts.add(plan.value());
                plan.denominator().ifPresent(texts::add);
                plan.where().ifPresent(texts::add);
                plan.levels().forEach(texts::addAll);
            }
        }
        return texts;
    }

    private static Scope everything(Project project) {
        Scope scope =
                new Vocabulary(project.tables(), project.definitions(), List.of()).scope(project.labelledSchema());
        for (LookupPlan plan : project.lookups()) {
            List<Lookup.Level> empty = plan.levels().stream()
                    .map(level -> new Lookup.Level(level, List.of()))
                    .toList();
            Lookup unlearned = new Lookup(plan.name(), "", plan.shrink(), empty, Double.NaN);
            scope = scope.with(plan.name(), new BoundLookup(unlearned, scope));
        }
        return scope;
    }
}
