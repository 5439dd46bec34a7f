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
        long[] hashes = hashes(rows, fields);
        long repeated = 0;
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated++;
            }
        }
        return repeated;
    }

    /// How many of the `later` rows are also among the `earlier` ones.
    public static long across(Columns earlier, Columns later, int fields) {
        long[] known = hashes(earlier, fields);
        long repeated = 0;
        for (int row = 0; row < later.size(); row++) {
            if (Arrays.binarySearch(known, RowHash.high(later, fields, row)) >= 0) {
                repeated++;
            }
        }
        return repeated;
    }

    private static long[] hashes(Columns rows, int fields) {
        long[] hashes = new long[rows.size()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = RowHash.high(rows, fields, row);
        }
        Arrays.sort(hashes);
        return hashes;
    }
}
