package dev.hansom.serve;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Synthetic rows by which a model is tried before it answers: the first requests shall not wait for the compiler, and
/// a model that fails on any row shall not be published.
final class WarmUp {
    private static final int ROWS = 500;
    private static final int ROUNDS = 4;
    private static final long DAY = 24L * 3600 * 1_000_000;

    private WarmUp() {}

    /// Scores synthetic rows, some of them with missing values. Errors: whatever the model throws.
    static void of(Model model) {
        Columns rows = rows(model.schema(), new SplittableRandom(ROWS));
        for (int round = 0; round < ROUNDS; round++) {
            for (int row = 0; row < rows.size(); row++) {
                model.score(rows, row);
                model.keeps(rows, row);
            }
            model.score(rows);
        }
    }

    private static Columns rows(Schema schema, RandomGenerator random) {
        Columns rows = new Columns(schema, ROWS);
        for (int i = 0; i < ROWS; i++) {
            int row = rows.append();
            for (int column = 0; column < schema.size(); column++) {
                if (random.nextInt(10) > 0) {
                    put(rows, column, row, random);
                }
            }
        }
        return rows;
    }

    private static void put(Columns rows, int column, int row, RandomGenerator random) {
        switch (rows.schema().type(column)) {
            case DOUBLE -> rows.set(column, row, random.nextDouble(30));
            case INT64 -> rows.set(column, row, random.nextLong(300));
            case STRING -> rows.set(column, row, String.valueOf((char) ('A' + random.nextInt(26))));
            case TIMESTAMP -> rows.set(column, row, random.nextLong(20_000) * DAY + random.nextLong(DAY));
            case DATE -> rows.set(column, row, random.nextLong(20_000));
            case BOOLEAN -> rows.set(column, row, random.nextLong(2));
        }
    }
}
