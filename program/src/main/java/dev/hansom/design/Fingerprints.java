package dev.hansom.design;

import dev.hansom.evaluate.LabelledRows;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/// One 64-bit hash a row, to find equal rows without keeping pairs of them.
final class Fingerprints {
    private Fingerprints() {}

    /// How many rows equal an earlier one in every column.
    static long twins(LabelledRows rows) {
        long[] hashes = hashes(rows, true, 0, rows.size());
        return hashes.length - Arrays.stream(hashes).distinct().count();
    }

    /// How many rows from `split` on equal a row before it in all columns but those of times.
    static long crossing(LabelledRows rows, int split) {
        long[] early = hashes(rows, false, 0, split);
        Arrays.sort(early);
        return Arrays.stream(hashes(rows, false, split, rows.size()))
                .filter(hash -> Arrays.binarySearch(early, hash) >= 0)
                .count();
    }

    private static long[] hashes(LabelledRows rows, boolean times, int from, int to) {
        Columns columns = rows.columns();
        int[] chosen = IntStream.range(0, columns.schema().size())
                .filter(i -> times || !isTime(columns.schema().type(i)))
                .toArray();
        return IntStream.range(from, to)
                .mapToLong(row -> hash(columns, chosen, row))
                .toArray();
    }

    private static boolean isTime(Type type) {
        return type == Type.TIMESTAMP || type == Type.DATE;
    }

    private static long hash(Columns columns, int[] chosen, int row) {
        long hash = 0;
        for (int column : chosen) {
            hash = mix(hash + 0x9E3779B97F4A7C15L + bits(columns, column, row));
        }
        return hash;
    }

    private static long bits(Columns columns, int column, int row) {
        return switch (columns.schema().type(column)) {
            case DOUBLE -> Double.doubleToLongBits(columns.number(column, row));
            case STRING -> Objects.hashCode(columns.text(column, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.integer(column, row);
        };
    }

    /// Source: the finalizer of SplitMix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
    /// 2014.
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
