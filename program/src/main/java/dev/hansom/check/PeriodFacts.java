package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.data.Window;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was counted of one period.
///
/// Threads: for one thread.
final class PeriodFacts {
    private static final long HOUR = 3_600_000_000L;
    /// Longer periods are looked at hour by hour up to this many hours: twenty years.
    private static final long MOST_HOURS = 175_320;

    final String name;
    final Window window;
    final boolean training;
    private final Map<Fate, Examples> fates = new EnumMap<>(Fate.class);
    final Examples outside = new Examples();
    final Examples duplicates = new Examples();
    long outsideLeast = Long.MAX_VALUE;
    long outsideMost = Long.MIN_VALUE;
    long newest = Long.MIN_VALUE;
    private final BitSet hours = new BitSet();

    PeriodFacts(String name, Window window, boolean training) {
        this.name = name;
        this.window = window;
        this.training = training;
    }

    /// Counts a row of `chunk`.
    void add(Fate fate, Piece chunk, int row) {
        fates.computeIfAbsent(fate, _ -> new Examples()).add(chunk, row);
    }

    /// Counts a row that lies in the period.
    void at(long micros) {
        newest = Math.max(newest, micros);
        long hour = (micros - window.start()) / HOUR;
        if (hour < MOST_HOURS) {
            hours.set((int) hour);
        }
    }

    long rows() {
        return fates.values().stream().mapToLong(Examples::count).sum();
    }

    long count(Fate fate) {
        Examples rows = fates.get(fate);
        return rows == null ? 0 : rows.count();
    }

    /// Some of the rows of that fate.
    List<Place> places(Fate fate) {
        Examples rows = fates.get(fate);
        return rows == null ? List.of() : rows.places();
    }

    /// The longest stretch of whole hours without any row, in hours.
    long longestGapHours() {
        long total = Math.min(MOST_HOURS, (window.end() - window.start()) / HOUR);
        long longest = 0;
        int at = 0;
        while (at < total) {
            int next = hours.nextSetBit(at);
            longest = Math.max(longest, (next < 0 ? total : Math.min(next, total)) - at);
            at = next < 0 ? (int) total : hours.nextClearBit(next);
        }
        return longest;
    }
}
