package dev.hansom.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a field and how often each is there, period by period; no longer kept once there are more than
/// [#MOST].
final class Levels {
    static final int MOST = 1_000;
    private static final int FIRST_SLOTS = 64;

    private final int periods;
    private long[] keys = new long[0];
    private int[] places = new int[0];
    private boolean many;
    private final List<String> names = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();
    private final List<Examples> rows = new ArrayList<>();
    private final Examples firsts = new Examples();

    Levels(int periods) {
        this.periods = periods;
    }

    /// A level, how often it is there, and its first rows.
    static final class Level {
        private final String name;
        private final long[] counts;
        private final Examples rows;

        private Level(String name, long[] counts, Examples rows) {
            this.name = name;
            this.counts = counts;
            this.rows = rows;
        }

        String name() {
            return name;
        }

        List<Place> places() {
            return rows.places();
        }

        /// How often in the periods from `from` up to but without `to`.
        long in(int from, int to) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += counts[i];
            }
            return sum;
        }

        /// How often in all periods.
        long everywhere() {
            return in(0, counts.length);
        }
    }

    /// Counts the value of a row of `chunk`; `text` is used the first time, or `value` where it is null.
    void add(int period, long hash, @Nullable String text, long value, Piece chunk, int row) {
        if (many) {
            return;
        }
        if (names.size() * 2 >= keys.length) {
            grow();
        }
        int slot = slot(hash);
        if (places[slot] != 0) {
            counts.get(places[slot] - 1)[period]++;
            rows.get(places[slot] - 1).add(chunk, row);
            return;
        }
        if (names.size() == MOST) {
            many = true;
            keys = new long[0];
            places = new int[0];
            names.clear();
            counts.clear();
            rows.clear();
            return;
        }
        keys[slot] = hash;
        names.add(text == null ? String.valueOf(value) : text);
        long[] once = new long[periods];
        once[period] = 1;
        counts.add(once);
        Examples begun = new Examples();
        begun.add(chunk, row);
        rows.add(begun);
        firsts.add(chunk, row);
        places[slot] = names.size();
    }

    private int slot(long hash) {
        int slot = (int) (Mix.of(hash) & (keys.length - 1));
        while (places[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPlaces = places;
        keys = new long[Math.max(FIRST_SLOTS, oldKeys.length * 2)];
        places = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    /// Whether there were few enough to keep.
    boolean areFew() {
        return !names.isEmpty();
    }

    /// The first rows of the first few levels, however many levels there are.
    List<Place> firsts() {
        return firsts.places();
    }

    /// How many there are.
    int size() {
        return names.size();
    }

    /// All levels, the most frequent first.
    List<Level> all() {
        List<Level> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(new Level(names.get(i), counts.get(i), rows.get(i)));
        }
        all.sort(Comparator.<Level>comparingLong(level -> -level.everywhere()).thenComparing(Level::name));
        return all;
    }
}
