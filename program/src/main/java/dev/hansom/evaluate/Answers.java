package dev.hansom.evaluate;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
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
        int[] sources = sources(scorer.schema(), rows.schema());
        Columns chunk = new Columns(scorer.schema(), Math.min(CHUNK, Math.max(1, rows.size())));
        double[] answers = new double[rows.size()];
        for (int from = 0; from < answers.length; from += CHUNK) {
            int to = Math.min(answers.length, from + CHUNK);
            chunk.clear();
            for (int row = from; row < to; row++) {
                copy(rows, row, chunk, sources);
            }
            System.arraycopy(scorer.score(chunk), 0, answers, from, to - from);
        }
        return answers;
    }

    private static int[] sources(Schema wanted, Schema given) {
        int[] sources = new int[wanted.size()];
        for (int i = 0; i < sources.length; i++) {
            int source = given.index(wanted.name(i));
            if (source < 0 || given.type(source) != wanted.type(i)) {
                throw new IllegalArgumentException("column " + wanted.name(i) + " is not in the rows (expected: "
                        + wanted.type(i).text() + ")");
            }
            sources[i] = source;
        }
        return sources;
    }

    private static void copy(Columns from, int row, Columns to, int[] sources) {
        int into = to.append();
        for (int i = 0; i < sources.length; i++) {
            switch (to.schema().type(i)) {
                case DOUBLE -> to.set(i, into, from.number(sources[i], row));
                case STRING -> to.set(i, into, from.text(sources[i], row));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> to.set(i, into, from.integer(sources[i], row));
            }
        }
    }
}
