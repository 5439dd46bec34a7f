package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.Arrays;

/// Exact duplicates: rows that repeat an earlier row in every one of the first `fields` columns.
///
/// Rows are compared by a hash of 64 bits: among a million rows a false one is expected once in 40 million data sets.
public final class Duplicates {
    private Duplicates() {}

    /// How many rows repeat an earlier one of the same rows.
    public static long within(Columns rows, int fields) {
        long[] hashes = hashes(rows, rows.size(), fields);
        long repeated = 0;
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated++;
            }
        }
        return repeated;
    }

    /// How many of the rows from `split` on are also among those before it.
    public static long across(Columns rows, int split, int fields) {
        long[] known = hashes(rows, split, fields);
        long repeated = 0;
        for (int row = split; row < rows.size(); row++) {
            if (Arrays.binarySearch(known, RowHash.high(rows, fields, row)) >= 0) {
                repeated++;
            }
        }
        return repeated;
    }

    private static long[] hashes(Columns rows, int end, int fields) {
        long[] hashes = new long[end];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = RowHash.high(rows, fields, row);
        }
        Arrays.sort(hashes);
        return hashes;
    }
}
