package dev.hansom.score;

/// What answers a row with a number: a rule and a model alike.
///
/// A row that cannot be answered is NaN; no exception is thrown for any value of a row.
/// Threads: implementations are immutable and safe for many threads.
public interface Scorer {
    /// What the rows must look like.
    Schema schema();

    /// The answer for row `row` of `columns`, whose schema equals [#schema()]; NaN where there is none.
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
}
