package dev.hansom.learn;

import dev.hansom.project.EncoderPlan;
import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which lookups and encoders some expressions need, directly or through definitions, features and other lookups; in
/// the
/// order of the project.
record Needed(List<LookupPlan> lookups, List<EncoderPlan> encoders) {
    static Needed by(Project project, List<String> expressions) {
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
        return new Needed(
                project.lookups().stream()
                        .filter(plan -> names.contains(plan.name()))
                        .toList(),
                project.encoders().stream()
                        .filter(plan ->
                                plan.unlearned().stream().map(Lookup::name).anyMatch(names::contains))
                        .toList());
    }

    private static List<String> textsOf(Project project, String name) {
        List<String> texts = new ArrayList<>();
        for (Definition definition : project.definitions()) {
            if (definition.name().equals(name)) {
                texts.add(definition.expression());
            }
        }
        for (LookupPlan plan : project.lookups()) {
            if (plan.name().equals(name)) {
                texts.addAll(plan.measure().expressions());
                plan.levels().forEach(texts::addAll);
            }
        }
        for (Feature feature : project.features()) {
            if (feature.name().equals(name)) {
                texts.add(feature.expression());
            }
        }
        return texts;
    }

    private static Scope everything(Project project) {
        Scope scope =
                new Vocabulary(project.tables(), project.definitions(), List.of()).scope(project.labelledSchema());
        for (LookupPlan plan : project.lookups()) {
            scope = scope.with(plan.name(), new BoundLookup(plan.unlearned(), scope));
        }
        for (EncoderPlan plan : project.encoders()) {
            for (Lookup lookup : plan.unlearned()) {
                scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
            }
        }
        for (Feature feature : project.features()) {
            scope = scope.withIfFree(feature.name(), Expression.compile(feature.expression(), scope));
        }
        return scope;
    }
}
