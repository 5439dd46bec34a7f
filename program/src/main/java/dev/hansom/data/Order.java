package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows in order of time, equal times in order of content, so that the order in the files makes no difference.
///
/// Source: merge sort from below; rows that are in order already take one pass. Threads: for one thread.
final class Order {
    private final Columns rows;
    private final int width;
    private final int time;
    private long[] hashes = new long[0];

    /// Of `rows` by column `time`, then by their first `width` columns.
    Order(Columns rows, int width, int time) {
        this.rows = rows;
        this.width = width;
        this.time = time;
    }

    /// Which row comes at each place.
    int[] places() {
        int size = rows.size();
        int[] from = new int[size];
        Arrays.setAll(from, i -> i);
        int[] to = new int[size];
        for (long length = 1; length < size; length *= 2) {
            for (long start = 0; start < size; start += 2 * length) {
                int middle = (int) Math.min(size, start + length);
                merge(from, to, (int) start, middle, (int) Math.min(size, start + 2 * length));
            }
            int[] done = to;
            to = from;
            from = done;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        if (middle >= end || compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, to, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private int compare(int one, int other) {
        int order = Long.compare(rows.integer(time, one), rows.integer(time, other));
        if (order != 0) {
            return order;
        }
        order = Long.compare(hash(one), hash(other));
        return order != 0 ? order : Long.compare(RowHash.low(rows, width, one), RowHash.low(rows, width, other));
    }

    private long hash(int row) {
        if (hashes.length == 0) {
            hashes = new long[rows.size()];
            Arrays.setAll(hashes, each -> RowHash.high(rows, width, each));
        }
        return hashes[row];
    }

    /// Puts the rows themselves into the order of `places`, column by column.
    void apply(int[] places) {
        boolean sorted = true;
        for (int i = 0; i < places.length && sorted; i++) {
            sorted = places[i] == i;
        }
        for (int column = 0; column < rows.schema().size() && !sorted; column++) {
            switch (rows.schema().type(column)) {
                case DOUBLE -> numbers(column, places);
                case STRING -> texts(column, places);
                case INT64, TIMESTAMP, DATE, BOOLEAN -> integers(column, places);
            }
        }
    }

    private void numbers(int column, int[] places) {
        double[] moved = new double[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = rows.number(column, places[i]);
        }
        for (int i = 0; i < moved.length; i++) {
            rows.set(column, i, moved[i]);
        }
    }

    private void integers(int column, int[] places) {
        long[] moved = new long[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = rows.integer(column, places[i]);
        }
        for (int i = 0; i < moved.length; i++) {
            rows.set(column, i, moved[i]);
        }
    }

    private void texts(int column, int[] places) {
        @Nullable String[] moved = new @Nullable String[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = rows.text(column, places[i]);
        }
        for (int i = 0; i < moved.length; i++) {
            rows.set(column, i, moved[i]);
        }
    }
}
