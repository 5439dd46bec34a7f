package dev.hansom.score;

/// What answers a row with a number, or with several: a rule and a model alike.
///
/// A row that cannot be answered is NaN; no exception is thrown for any value of a row.
/// Threads: implementations are immutable and safe for many threads.
public interface Scorer {
    /// What the rows must look like.
    Schema schema();

    /// How many numbers an answer has; 1 save for some models of other libraries (a number a class, a
    /// quantile).
    default int outputs() {
        return 1;
    }

    /// The answer for row `row` of `columns`, whose schema equals [#schema()]; NaN where there is none. The
    /// first number where an answer has several.
    double score(Columns columns, int row);

    /// The answers for all rows.
    default double[] score(Columns columns) {
        double[] answers = new double[columns.size()];
        for (int row = 0; row < answers.length; row++) {
            answers[row] = score(columns, row);
        }
        return answers;
    }

    /// The answer for a single row.
    default double score(Row row) {
        return score(row.columns(), 0);
    }

    /// Writes the [#outputs()] numbers of the answer for row `row` to `into` from `offset`.
    default void scores(Columns columns, int row, double[] into, int offset) {
        into[offset] = score(columns, row);
    }

    /// The answers for all rows, row after row: [#outputs()] numbers each.
    default double[] scores(Columns columns) {
        double[] answers = new double[Math.multiplyExact(columns.size(), outputs())];
        for (int row = 0; row < columns.size(); row++) {
            scores(columns, row, answers, row * outputs());
        }
        return answers;
    }
}
