package dev.hansom.check;

import dev.hansom.score.Columns;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/// How probable it is that two rows are equal by chance, as if columns were independent.
final class Chance {
    private static final int LOOKED_AT = 20_000;

    private Chance() {}

    /// Over the columns that `counts` says count; 0 where there are too few rows to say.
    static double equal(Columns rows, IntPredicate counts) {
        return equal(rows, counts, false);
    }

    /// The same for numbers that are equal once they are rounded as [Twins#near] does.
    static double nearlyEqual(Columns rows, IntPredicate counts) {
        return equal(rows, counts, true);
    }

    private static double equal(Columns rows, IntPredicate counts, boolean nearly) {
        int size = Math.min(rows.size(), LOOKED_AT);
        if (size < 2) {
            return 0;
        }
        double chance = 1;
        for (int column = 0; column < rows.schema().size(); column++) {
            if (counts.test(column)) {
                chance *= column(rows, column, size, nearly);
            }
        }
        return chance;
    }

    private static double column(Columns rows, int column, int size, boolean nearly) {
        Map<Object, Integer> seen = new HashMap<>();
        double pairs = 0;
        for (int row = 0; row < size; row++) {
            int before = seen.merge(key(rows, column, row, nearly), 1, Integer::sum) - 1;
            pairs += before;
        }
        return Math.max(pairs, 0.5) / (0.5 * size * (size - 1.0));
    }

    private static Object key(Columns rows, int column, int row, boolean nearly) {
        return switch (rows.schema().type(column)) {
            case DOUBLE -> nearly ? (Object) Twins.near(rows.number(column, row)) : rows.number(column, row);
            case STRING -> String.valueOf(rows.text(column, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> rows.integer(column, row);
        };
    }
}
