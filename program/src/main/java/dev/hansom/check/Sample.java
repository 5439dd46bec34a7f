package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Rows chosen evenly by chance, the same in every run: all of them while there are few.
///
/// Memory: bounded by [#MOST_CELLS] values. Threads: for one thread.
final class Sample {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_CELLS = 6_000_000;

    private final int most;
    private Columns rows;
    private long[] keys = new long[1_024];
    private Fate[] fates = new Fate[1_024];
    private int[] periods = new int[1_024];
    private long limit = Long.MAX_VALUE;

    Sample(Schema schema) {
        this.most = Math.clamp(MOST_CELLS / Math.max(1, schema.size()), 1_000, MOST_ROWS);
        this.rows = new Columns(schema, 1_024);
    }

    void add(Piece chunk, int period, long[] rowKeys) {
        for (int row = 0; row < chunk.size(); row++) {
            long key = rowKeys[row] >>> 1;
            if (key > limit) {
                continue;
            }
            if (rows.size() == 2 * most) {
                halve();
                if (key > limit) {
                    continue;
                }
            }
            int at = rows.size();
            rows.appendFrom(chunk.rows(), row);
            if (at == keys.length) {
                keys = Arrays.copyOf(keys, at * 2);
                fates = Arrays.copyOf(fates, at * 2);
                periods = Arrays.copyOf(periods, at * 2);
            }
            keys[at] = key;
            fates[at] = chunk.fate(row);
            periods[at] = period;
        }
    }

    Columns rows() {
        return rows;
    }

    Fate fate(int row) {
        return fates[row];
    }

    int period(int row) {
        return periods[row];
    }

    /// The rows that fit, in order of column `time`.
    Columns inOrder(int time, IntPredicate fits) {
        return rows.select(IntStream.range(0, rows.size())
                .filter(fits)
                .boxed()
                .sorted(Comparator.comparingLong(row -> rows.integer(time, row)))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private void halve() {
        limit >>>= 1;
        int[] kept = IntStream.range(0, rows.size())
                .filter(row -> keys[row] <= limit)
                .toArray();
        rows = rows.select(kept);
        for (int i = 0; i < kept.length; i++) {
            keys[i] = keys[kept[i]];
            fates[i] = fates[kept[i]];
            periods[i] = periods[kept[i]];
        }
    }
}
