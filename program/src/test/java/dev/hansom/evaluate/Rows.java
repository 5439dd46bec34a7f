package dev.hansom.evaluate;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Small rows of time, one number and a target, and scorers over the number.
final class Rows {
    static final Schema ASKED = new Schema(List.of(new Schema.Column("x", Type.DOUBLE)));
    static final Schema LABELLED = new Schema(List.of(
            new Schema.Column("at", Type.TIMESTAMP),
            new Schema.Column("x", Type.DOUBLE),
            new Schema.Column("y", Type.DOUBLE)));

    private final Columns columns = new Columns(LABELLED, 16);

    Rows add(long at, double x, double y) {
        int row = columns.append();
        columns.set(0, row, at);
        columns.set(1, row, x);
        columns.set(2, row, y);
        return this;
    }

    /// Rows with these truths.
    static LabelledRows of(double... truths) {
        Rows rows = new Rows();
        for (int i = 0; i < truths.length; i++) {
            rows.add(i, 0, truths[i]);
        }
        return rows.labelled();
    }

    LabelledRows labelled() {
        return LabelledRows.of(columns, "at", "y");
    }

    /// Answers a function of x.
    static Scorer scorer(DoubleUnaryOperator answer) {
        return new Scorer() {
            @Override
            public Schema schema() {
                return ASKED;
            }

            @Override
            public double score(Columns columns, int row) {
                return answer.applyAsDouble(columns.number(0, row));
            }
        };
    }
}
