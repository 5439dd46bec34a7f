package dev.hansom.monitor;

import dev.hansom.data.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The windows that traffic falls into: of the project's length, one after another from the first day of the traffic.
///
/// Days with far fewer rows than usual at either end are stray (a clock that was wrong) and lie in no window. What is
/// left over at the end and shorter than two days joins the window before it; windows without rows are left out.
final class Windows {
    /// A day with less than this share of the usual day's rows neither starts nor ends the traffic.
    private static final double STRAY = 0.01;

    private static final long SHORTEST_DAYS = 2;

    private Windows() {}

    /// Windows of `length` over days with so many rows each.
    static List<Window> of(Map<Long, Long> rowsByDay, Period length) {
        NavigableMap<Long, Long> days = usual(rowsByDay);
        if (days.isEmpty()) {
            return List.of();
        }
        long end = days.lastKey() + 1;
        List<Window> windows = new ArrayList<>();
        long start = days.firstKey();
        while (start < end) {
            long next = LocalDate.ofEpochDay(start).plus(length).toEpochDay();
            long until = next + SHORTEST_DAYS > end && next - start >= SHORTEST_DAYS ? end : next;
            until = Math.min(until, end);
            if (!days.subMap(start, until).isEmpty()) {
                windows.add(new Window(start * Days.MICROS, until * Days.MICROS));
            }
            start = until;
        }
        return List.copyOf(windows);
    }

    private static NavigableMap<Long, Long> usual(Map<Long, Long> rowsByDay) {
        List<Long> sorted = rowsByDay.values().stream().sorted().toList();
        NavigableMap<Long, Long> usual = new TreeMap<>();
        rowsByDay.forEach((day, rows) -> {
            if (rows >= STRAY * sorted.get(sorted.size() / 2)) {
                usual.put(day, rows);
            }
        });
        return usual;
    }
}
