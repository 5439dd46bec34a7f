package dev.hansom.serve;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import java.util.Arrays;

/// A scorer asked with care: an infinity, or a defect of the scorer, is no answer, and never the end of a request.
final class Scores {
    private Scores() {}

    /// The answers to all rows; NaN where there is none.
    static double[] of(Scorer scorer, Columns rows) {
        double[] answers;
        try {
            answers = scorer.score(rows);
        } catch (RuntimeException e) {
            answers = oneByOne(scorer, rows);
        }
        for (int row = 0; row < answers.length; row++) {
            if (Double.isInfinite(answers[row])) {
                answers[row] = Double.NaN;
            }
        }
        return answers;
    }

    /// `rows` with the columns of `schema`: the same object where they are the same, missing values for columns that
    /// are not there or of another type.
    static Columns fitted(Columns rows, Schema schema) {
        if (rows.schema().equals(schema)) {
            return rows;
        }
        Columns fitted = new Columns(schema, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            fitted.append();
        }
        for (int column = 0; column < schema.size(); column++) {
            int from = rows.schema().index(schema.name(column));
            if (from >= 0 && rows.schema().type(from) == schema.type(column)) {
                copy(rows, from, fitted, column);
            }
        }
        return fitted;
    }

    private static void copy(Columns rows, int from, Columns fitted, int to) {
        for (int row = 0; row < rows.size(); row++) {
            switch (rows.schema().type(from)) {
                case DOUBLE -> fitted.set(to, row, rows.number(from, row));
                case STRING -> fitted.set(to, row, rows.text(from, row));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> fitted.set(to, row, rows.integer(from, row));
            }
        }
    }

    private static double[] oneByOne(Scorer scorer, Columns rows) {
        double[] answers = new double[rows.size()];
        Arrays.fill(answers, Double.NaN);
        for (int row = 0; row < answers.length; row++) {
            try {
                answers[row] = scorer.score(rows, row);
            } catch (RuntimeException e) {
                answers[row] = Double.NaN;
            }
        }
        return answers;
    }
}
