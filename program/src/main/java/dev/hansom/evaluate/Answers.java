package dev.hansom.evaluate;

import dev.hansom.score.Columns;
import dev.hansom.score.Scorer;

/// The answers of a scorer for rows that may have more columns than it asks for.
public final class Answers {
    private static final int CHUNK = 1024;

    private Answers() {}

    /// One answer a row; NaN where there is none. A scorer sees the columns of its own schema and no others.
    /// Errors: an [IllegalArgumentException] where the rows lack a column that the scorer asks for.
    public static double[] of(Scorer scorer, Columns rows) {
        if (scorer.schema().equals(rows.schema())) {
            return scorer.score(rows);
        }
        Projection projection = new Projection(rows.schema(), scorer.schema());
        Columns chunk = new Columns(scorer.schema(), CHUNK);
        double[] answers = new double[rows.size()];
        for (int from = 0; from < answers.length; from += CHUNK) {
            int to = Math.min(answers.length, from + CHUNK);
            chunk.clear();
            for (int row = from; row < to; row++) {
                projection.append(rows, row, chunk);
            }
            System.arraycopy(scorer.score(chunk), 0, answers, from, to - from);
        }
        return answers;
    }
}
