package dev.hansom.jobs;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import dev.hansom.score.Type;
import java.util.List;
import java.util.stream.IntStream;

/// The answers of a scorer as a table: `prediction`, or `prediction_0`, `prediction_1` … where an answer has several
/// numbers.
///
/// Threads: for one thread; the columns of an answer are used again for the next.
final class AnswerTable {
    private final Scorer scorer;
    private final Type type;
    private final List<String> labels;
    private final Columns table;
    private long unanswered;

    private AnswerTable(Scorer scorer, Type type, List<String> labels) {
        this.scorer = scorer;
        this.type = type;
        this.labels = labels;
        this.table = new Columns(schema(scorer.outputs(), type), 1);
    }

    static AnswerTable of(Scorer scorer) {
        return scorer instanceof ForeignModel foreign
                ? new AnswerTable(scorer, foreign.type(), foreign.labels())
                : new AnswerTable(scorer, Type.DOUBLE, List.of());
    }

    Schema schema() {
        return table.schema();
    }

    /// How many rows so far have no answer.
    long unanswered() {
        return unanswered;
    }

    /// The answers for `rows`.
    Columns answer(Columns rows) {
        double[] answers = scorer.scores(rows);
        int outputs = scorer.outputs();
        table.clear();
        for (int row = 0; row < rows.size(); row++) {
            table.append();
            boolean missing = false;
            for (int output = 0; output < outputs; output++) {
                double answer = answers[row * outputs + output];
                missing |= Double.isNaN(answer);
                set(output, row, answer);
            }
            unanswered += missing ? 1 : 0;
        }
        return table;
    }

    private void set(int output, int row, double answer) {
        if (Double.isNaN(answer)) {
            return;
        }
        switch (type) {
            case DOUBLE -> table.set(output, row, answer);
            case STRING -> table.set(output, row, labels.get((int) answer));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> table.set(output, row, (long) answer);
        }
    }

    private static Schema schema(int outputs, Type type) {
        return new Schema(IntStream.range(0, outputs)
                .mapToObj(i -> new Schema.Column(outputs == 1 ? "prediction" : "prediction_" + i, type))
                .toList());
    }
}
