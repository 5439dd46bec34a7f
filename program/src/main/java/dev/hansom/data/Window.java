package dev.hansom.data;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A stretch of wall-clock time, from `start` up to and without `end`, in microseconds since 1970-01-01T00:00.
public record Window(long start, long end) {
    /// All of time.
    public static final Window EVER = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    public Window {
        if (start > end) {
            throw new IllegalArgumentException("a window that ends before it starts");
        }
    }

    /// A calendar month.
    public static Window of(YearMonth month) {
        return new Window(
                micros(month.atDay(1).atStartOfDay()),
                micros(month.plusMonths(1).atDay(1).atStartOfDay()));
    }

    /// Whether `at` lies in it.
    public boolean contains(long at) {
        return start <= at && at < end;
    }

    /// The start on the wall clock.
    public LocalDateTime from() {
        return time(start);
    }

    /// The end on the wall clock, not in the window.
    public LocalDateTime until() {
        return time(end);
    }

    /// Wall-clock microseconds as a time.
    public static LocalDateTime time(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// A time as wall-clock microseconds.
    public static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(EPOCH, time);
    }
}
