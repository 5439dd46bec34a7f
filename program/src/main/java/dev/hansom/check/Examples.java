package dev.hansom.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many rows there were of a kind, and the first few of them.
final class Examples {
    private static final int MOST = 3;

    private final List<Place> places = new ArrayList<>(MOST);
    private long count;

    void add(String file, long row) {
        add(file, row, 1);
    }

    /// A row that stands for `weight` rows.
    void add(String file, long row, long weight) {
        count += weight;
        if (places.size() < MOST) {
            places.add(new Place(file, row));
        }
    }

    /// Whether more places are wanted; where not, [#count(long)] does.
    boolean isOpen() {
        return places.size() < MOST;
    }

    /// A row of `chunk`, whose place is looked up only while more places are wanted.
    void add(Piece chunk, int row) {
        if (isOpen()) {
            add(chunk.file(), chunk.place(row));
        } else {
            count++;
        }
    }

    /// Rows that need no place any more.
    void count(long rows) {
        count += rows;
    }

    long count() {
        return count;
    }

    /// As evidence, out of `of`.
    Evidence of(long of) {
        return new Evidence(count, of, places());
    }

    /// The rows that are remembered, file by file.
    List<Place> places() {
        return places.stream()
                .sorted(Comparator.comparing(Place::file).thenComparingLong(Place::row))
                .toList();
    }
}
