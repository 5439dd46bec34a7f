package dev.hansom.monitor;

import dev.hansom.score.Columns;
import dev.hansom.score.profile.Histogram;
import dev.hansom.score.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rows as one profile a day, all on the same bins, so that any window is a sum.
///
/// Days are whole days since 1970-01-01, wall clock. Threads: safe to read once nobody adds.
final class Days {
    static final long MICROS = 24L * 3600 * 1_000_000;

    private final Profile empty;
    private final TreeMap<Long, Profile> byDay = new TreeMap<>();

    /// No rows yet, on the bins of `profile`.
    Days(Profile profile) {
        this.empty = profile.emptied();
    }

    /// The day of a moment in wall-clock microseconds.
    static long day(long at) {
        return Math.floorDiv(at, MICROS);
    }

    /// Counts row `row`, which is about `at`.
    void add(Columns rows, int row, long at) {
        byDay.computeIfAbsent(day(at), _ -> empty.emptied()).add(rows, row);
    }

    /// The first day with rows; empty where there is none.
    Optional<Long> first() {
        return byDay.isEmpty() ? Optional.empty() : Optional.of(byDay.firstKey());
    }

    /// The last day with rows; empty where there is none.
    Optional<Long> last() {
        return byDay.isEmpty() ? Optional.empty() : Optional.of(byDay.lastKey());
    }

    /// All days together.
    Profile total() {
        return sum(byDay);
    }

    /// The days from `from` up to but without `to`.
    Profile between(long from, long to) {
        return sum(byDay.subMap(from, to));
    }

    /// How many of the days from `from` up to but without `to` have rows.
    int active(long from, long to) {
        return byDay.subMap(from, to).size();
    }

    /// The bins.
    Iterable<Histogram> columns() {
        return empty.histograms();
    }

    private Profile sum(Map<Long, Profile> days) {
        return days.values().stream().reduce(empty, Profile::plus);
    }
}
