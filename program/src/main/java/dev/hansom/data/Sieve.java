package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import java.util.Optional;

/// Computes the target of rows and parts those that may be asked about, and those that have a label, from the rest.
///
/// The expressions run here, in the same evaluator that answers later, and never in DuckDB.
/// Errors: an expression that does not compile is `PROJECT_INVALID`.
final class Sieve {
    private final Expression target;
    private final Expression keep;
    private final Expression keepLabelled;
    private final int time;
    private final int label;
    private final Optional<MadeUpOrder> order;
    private final Optional<Lot> lot;
    private final double sample;
    private final Optional<String> positive;

    /// A sieve that passes all rows of `project`, or its sample of them.
    Sieve(Project project, boolean sampled) {
        Scope fields = scope(project, Scope.of(project.schema()));
        Scope labelled = scope(project, Scope.of(project.labelledSchema()));
        this.target = compile(project, "target", project.target().expression(), fields);
        this.keep = compile(project, "keep", project.keep(), fields);
        this.keepLabelled = compile(project, "keep_labelled", project.keepLabelled(), labelled);
        this.time = project.labelledSchema().index(project.time());
        this.label = project.labelledSchema().size() - 1;
        this.order = project.timed() ? Optional.empty() : Optional.of(new MadeUpOrder(project));
        this.sample = project.data().sample();
        this.lot = sampled && sample < 1 ? Optional.of(new Lot(project, Lot.Purpose.SAMPLE)) : Optional.empty();
        this.positive = project.target().positive();
    }

    /// Gives rows without a time their places in the made-up order.
    void order(Columns rows) {
        order.ifPresent(places -> places.set(rows));
    }

    /// Which time or place a row has; [Columns#NULL] where it has none.
    long at(Columns rows, int row) {
        return rows.integer(time, row);
    }

    /// Sets the target of a row that lies in the period and says what becomes of the row.
    Fate fate(Columns rows, int row, Window period) {
        long at = rows.integer(time, row);
        if (at == Columns.NULL) {
            return Fate.TIME_MISSING;
        }
        if (!period.contains(at)) {
            return Fate.OUTSIDE;
        }
        if (lot.isPresent() && lot.get().of(rows, row) >= sample) {
            return Fate.SAMPLE;
        }
        double value = target(rows, row);
        boolean finite = Double.isFinite(value);
        rows.set(label, row, finite ? value : Double.NaN);
        if (!keep.holds(rows, row)) {
            return Fate.KEEP;
        }
        if (!finite) {
            return Fate.TARGET_MISSING;
        }
        return keepLabelled.holds(rows, row) ? Fate.LABELLED : Fate.KEEP_LABELLED;
    }

    private double target(Columns rows, int row) {
        if (positive.isPresent()) {
            String text = target.type() == Type.STRING
                    ? target.string(rows, row)
                    : target.integer(rows, row) == Columns.NULL ? null : String.valueOf(target.integer(rows, row));
            return text == null ? Double.NaN : positive.get().equals(text) ? 1 : 0;
        }
        if (target.type() == Type.BOOLEAN) {
            long held = target.integer(rows, row);
            return held == Columns.NULL ? Double.NaN : held;
        }
        return target.number(rows, row);
    }

    /// The columns, tables and definitions, but for definitions that read what these columns do not have: the target.
    private static Scope scope(Project project, Scope columns) {
        Scope scope = columns;
        for (Table table : project.tables()) {
            scope = scope.with(table);
        }
        for (Definition definition : project.definitions()) {
            try {
                scope = scope.with(definition.name(), Expression.compile(definition.expression(), scope));
            } catch (ExpressionException e) {
                // A filter that uses this name all the same is refused with the name.
            }
        }
        return scope;
    }

    private static Expression compile(Project project, String key, String text, Scope scope) {
        try {
            return Expression.compile(text.isBlank() ? "true" : text, scope);
        } catch (ExpressionException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.PROJECT_INVALID, project.file() + ": " + key, e.getMessage() + "")
                            .value(text),
                    e);
        }
    }
}
