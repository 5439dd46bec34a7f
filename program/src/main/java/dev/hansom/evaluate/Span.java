package dev.hansom.evaluate;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A stretch of wall-clock time: from `start`, up to but without `end`, in microseconds since 1970-01-01T00:00.
///
/// Errors: an end that is not after the start is an [IllegalArgumentException].
/// Threads: immutable.
public record Span(long start, long end) {
    /// A week of wall-clock time: the block over which dependence in time is averaged out.
    public static final long WEEK = 7L * 24 * 3600 * 1_000_000;

    public Span {
        if (end <= start) {
            throw new IllegalArgumentException("a span that ends before it starts");
        }
    }

    /// The last `count` whole weeks before `end`, oldest first.
    public static List<Span> weeksBefore(long end, int count) {
        List<Span> weeks = new ArrayList<>();
        for (int i = count; i > 0; i--) {
            weeks.add(new Span(end - i * WEEK, end - (i - 1) * WEEK));
        }
        return List.copyOf(weeks);
    }

    /// The whole weeks that fit between `start` and `end`, the last of them ending at `end`, oldest first.
    public static List<Span> weeksWithin(long start, long end) {
        return weeksBefore(end, (int) Math.max(0, (end - start) / WEEK));
    }

    /// Whether the moment lies within.
    public boolean holds(long moment) {
        return moment >= start && moment < end;
    }

    /// The start as a wall-clock time.
    public LocalDateTime from() {
        return time(start);
    }

    /// The end as a wall-clock time; it is no longer part of the span.
    public LocalDateTime until() {
        return time(end);
    }

    private static LocalDateTime time(long micros) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC)
                .plus(Math.floorMod(micros, 1_000_000L), ChronoUnit.MICROS);
    }
}
