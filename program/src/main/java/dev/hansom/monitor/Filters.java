package dev.hansom.monitor;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import java.util.Optional;

/// The project's two filters over rows of traffic: which are asked about, and whose truth counts.
///
/// Errors: a filter that does not compile is `PROJECT_INVALID`. Threads: for one thread.
final class Filters {
    private final Optional<Expression> keep;
    private final Optional<Expression> keepLabelled;
    private final Columns one;

    /// Over rows with the columns of `fields`.
    Filters(Project project, Schema fields) {
        Schema labelled = fields.with(project.target().name(), Type.DOUBLE);
        this.keep = compile(project, "keep", project.keep(), fields);
        this.keepLabelled = compile(project, "keep_labelled", project.keepLabelled(), labelled);
        this.one = new Columns(labelled, 1);
    }

    /// Whether the row is one that may be asked about.
    boolean keeps(Columns fields, int row) {
        return keep.isEmpty() || keep.get().holds(fields, row);
    }

    /// Whether the row is scored with this truth.
    boolean counts(Columns fields, int row, double truth) {
        if (Double.isNaN(truth) || !keeps(fields, row)) {
            return false;
        }
        return keepLabelled.isEmpty() || keepLabelled.get().holds(labelled(fields, row, truth), 0);
    }

    private Columns labelled(Columns fields, int row, double truth) {
        one.clear();
        one.append();
        int target = one.schema().size() - 1;
        for (int column = 0; column < target; column++) {
            switch (one.schema().type(column)) {
                case DOUBLE -> one.set(column, 0, fields.number(column, row));
                case STRING -> one.set(column, 0, fields.text(column, row));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> one.set(column, 0, fields.integer(column, row));
            }
        }
        one.set(target, 0, truth);
        return one;
    }

    private static Optional<Expression> compile(Project project, String key, String text, Schema schema) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Expression.compile(text, Scope.of(schema)));
        } catch (ExpressionException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.PROJECT_INVALID, project.file() + ": " + key, String.valueOf(e.getMessage()))
                            .value(text),
                    e);
        }
    }
}
