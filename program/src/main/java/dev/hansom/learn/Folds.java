package dev.hansom.learn;

import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Which of `count` folds each row is in: contiguous stretches of the order of the rows, or, where rows belong to
/// groups, groups that are never cut, in a seeded order.
///
/// A fold may be empty where groups are large. Threads: immutable.
@SuppressWarnings("ArrayRecordComponent")
record Folds(int[] of, int count) {
    /// Stretches side by side, of `rows` rows in order.
    static Folds stretches(int rows, int count) {
        int[] of = new int[rows];
        for (int fold = 0; fold < count; fold++) {
            Arrays.fill(of, from(rows, fold, count), from(rows, fold + 1, count), fold);
        }
        return new Folds(of, count);
    }

    /// Folds of about as many rows each, so that rows with the same value in `column` are together.
    static Folds groups(Columns rows, int column, int count, long seed) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        int[] groups = new int[rows.size()];
        for (int row = 0; row < groups.length; row++) {
            int number = numbers.computeIfAbsent(value(rows, column, row), _ -> sizes.size());
            if (number == sizes.size()) {
                sizes.add(0);
            }
            sizes.set(number, sizes.get(number) + 1);
            groups[row] = number;
        }
        List<Integer> order = new ArrayList<>(numbers.values());
        Collections.sort(order);
        Collections.shuffle(order, new Random(seed));
        int[] folds = new int[order.size()];
        long before = 0;
        for (int group : order) {
            folds[group] = (int) (before * count / groups.length);
            before += sizes.get(group);
        }
        return new Folds(Arrays.stream(groups).map(group -> folds[group]).toArray(), count);
    }

    /// The rows of fold `fold`, in order.
    int[] rows(int fold) {
        return chosen(fold, true);
    }

    /// The rows of all other folds, in order.
    int[] others(int fold) {
        return chosen(fold, false);
    }

    /// Whether row `row` is in the last `share` of the folds.
    boolean isLast(int row, double share) {
        return of[row] >= Math.round(count * (1 - share));
    }

    private int[] chosen(int fold, boolean inside) {
        int[] rows = new int[of.length];
        int size = 0;
        for (int row = 0; row < of.length; row++) {
            if ((of[row] == fold) == inside) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    private static Object value(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return "";
        }
        return switch (rows.schema().type(column)) {
            case DOUBLE -> (Object) rows.number(column, row);
            case STRING -> String.valueOf(rows.text(column, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> rows.integer(column, row);
        };
    }

    private static int from(int rows, int fold, int count) {
        return (int) ((long) rows * fold / count);
    }
}
