package dev.hansom.check;

import java.util.ArrayList;
import java.util.List;

/// The largest numbers of a field and where they stand, the largest first.
final class Extremes {
    private final double[] values;
    private final String[] files;
    private final long[] rows;
    private int size;

    Extremes(int most) {
        values = new double[most];
        files = new String[most];
        rows = new long[most];
    }

    /// Whether a number belongs among the largest so far.
    boolean wants(double value) {
        return size < values.length || value > values[size - 1];
    }

    /// Takes a number that belongs there.
    void add(double value, String file, long row) {
        int at = size < values.length ? size++ : size - 1;
        while (at > 0 && values[at - 1] < value) {
            values[at] = values[at - 1];
            files[at] = files[at - 1];
            rows[at] = rows[at - 1];
            at--;
        }
        values[at] = value;
        files[at] = file;
        rows[at] = row;
    }

    /// How many are beyond `limit`; where all are, there may be more.
    int beyond(double limit) {
        int count = 0;
        while (count < size && values[count] > limit) {
            count++;
        }
        return count;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == values.length;
    }

    double value(int index) {
        return values[index];
    }

    /// Where the first few stand.
    List<Place> places(int count) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < Math.min(3, count); i++) {
            places.add(new Place(files[i], rows[i]));
        }
        return places;
    }
}
