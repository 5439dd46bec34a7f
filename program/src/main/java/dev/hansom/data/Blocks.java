package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.List;

/// Weeks and days, and the rows in a stretch of time.
///
/// Shape: rows are in order of the time column `time`, which has no missing value.
public final class Blocks {
    /// Seven days in microseconds of the wall clock.
    public static final long WEEK_MICROS = 7L * 24 * 60 * 60 * 1_000_000;

    private Blocks() {}

    /// The last `count` weeks that end at `end`, in order of time: windows of seven days side by side.
    public static List<Window> weeksBefore(long end, int count) {
        List<Window> weeks = new ArrayList<>();
        for (int back = count; back > 0; back--) {
            weeks.add(new Window(end - back * WEEK_MICROS, end - (back - 1) * WEEK_MICROS));
        }
        return weeks;
    }

    /// As many full weeks as fit into `window`, the last one ending with it.
    public static List<Window> weeksIn(Window window) {
        return weeksBefore(window.end(), Math.toIntExact((window.end() - window.start()) / WEEK_MICROS));
    }

    /// As many full days as fit into `window`, the last one ending with it.
    public static List<Window> daysIn(Window window) {
        long day = WEEK_MICROS / 7;
        List<Window> days = new ArrayList<>();
        for (long start = window.start() + (window.end() - window.start()) % day; start < window.end(); start += day) {
            days.add(new Window(start, start + day));
        }
        return days;
    }

    /// The rows in `window`: a copy, but where these are all.
    public static Columns slice(Columns rows, int time, Window window) {
        return range(rows, first(rows, time, window.start()), first(rows, time, window.end()));
    }

    /// The rows before `end`: a copy, but where these are all.
    public static Columns before(Columns rows, int time, long end) {
        return range(rows, 0, first(rows, time, end));
    }

    /// The first row at or after `start`, or the number of rows.
    public static int first(Columns rows, int time, long start) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.integer(time, middle) < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Rows `from` up to and without `to`: a copy, but where these are all.
    static Columns range(Columns rows, int from, int to) {
        if (from == 0 && to == rows.size()) {
            return rows;
        }
        Columns range = new Columns(rows.schema(), Math.max(1, to - from));
        for (int row = from; row < to; row++) {
            range.appendFrom(rows, row);
        }
        return range;
    }
}
