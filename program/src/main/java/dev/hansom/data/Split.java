package dev.hansom.data;

import dev.hansom.score.Columns;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Rows parted in time: what one may learn from, and what comes later. `embargoed` rows lie before the later part, but
/// their labels were not yet known when it began (`at + label delay > start`), and are in neither.
public record Split(Columns earlier, Columns later, long embargoed) {
    /// Parts `rows`, in order of the time column `time`, at `start` (wall-clock microseconds).
    public static Split at(Columns rows, int time, long start, Duration labelDelay) {
        int cut = Blocks.first(rows, time, start);
        Columns earlier = known(rows, time, start, labelDelay);
        return new Split(earlier, Blocks.range(rows, cut, rows.size()), cut - earlier.size());
    }

    /// All rows but those in `window`: a copy.
    public static Columns others(Columns rows, int time, Window window) {
        Columns others = new Columns(rows.schema(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            if (!window.contains(rows.integer(time, row))) {
                others.appendFrom(rows, row);
            }
        }
        return others;
    }

    /// The rows of `later` whose group, in column `group`, is that of none of the rows of `earlier`: a copy.
    public static Columns unseen(Columns later, Columns earlier, int group) {
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < earlier.size(); row++) {
            seen.add(RowHash.value(earlier, group, row));
        }
        Columns unseen = new Columns(later.schema(), later.size());
        for (int row = 0; row < later.size(); row++) {
            if (!seen.contains(RowHash.value(later, group, row))) {
                unseen.appendFrom(later, row);
            }
        }
        return unseen;
    }

    /// The rows whose labels were known at `start`: a copy. Delay is counted on the wall clock.
    public static Columns known(Columns rows, int time, long start, Duration labelDelay) {
        // at + delay <= start, as whole microseconds: at < start - delay + 1
        long end = start - labelDelay.toNanos() / 1_000 + 1;
        return Blocks.before(rows, time, Math.min(end, start));
    }
}
