package dev.hansom.learn;

import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What every scorer of a project shares: its signature, and the vocabulary as past rows and as answered rows see it.
final class Parts {
    private final Project project;

    Parts(Project project) {
        this.project = project;
    }

    /// What a scorer of the project needs and says.
    Signature signature() {
        return new Signature(
                project.name(),
                project.askedSchema(),
                project.timed() ? project.time() : "",
                project.timeZone().getId(),
                project.keep(),
                project.target().name(),
                project.target().unit());
    }

    /// Labelled rows with tables and definitions in scope, and the groups that must not be cut.
    Rows rows(Columns labelled) {
        int group = project.split()
                .group()
                .map(name -> labelled.schema().index(name))
                .orElse(-1);
        return new Rows(labelled, scope(project.labelledSchema(), project.definitions()), group, project.seed());
    }

    /// What a model sees that `folds` were encoded for.
    Inputs inputs(OutOfFold folds) {
        return new Inputs(signature().schema(), answering(folds.lookups()), folds.features());
    }

    /// The names that an answered row may use: definitions that read what is known later are left out.
    Vocabulary answering(List<Lookup> lookups) {
        Set<String> asked = new HashSet<>(project.askedSchema().names());
        Scope scope = scope(project.labelledSchema(), List.of());
        List<Definition> known = new ArrayList<>();
        for (Definition definition : project.definitions()) {
            Expression compiled = Expression.compile(definition.expression(), scope);
            scope = scope.with(definition.name(), compiled);
            if (asked.containsAll(compiled.columns())) {
                known.add(definition);
            }
        }
        return new Vocabulary(project.tables(), known, lookups);
    }

    private Scope scope(Schema schema, List<Definition> definitions) {
        return new Vocabulary(project.tables(), definitions, List.of()).scope(schema);
    }

    /// The target of each row.
    double[] targets(Columns labelled) {
        int column = labelled.schema().index(project.target().name());
        double[] targets = new double[labelled.size()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labelled.number(column, row);
        }
        return targets;
    }

    /// All row numbers from `from` to `to`, the end left out.
    static int[] range(int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return rows;
    }
}
