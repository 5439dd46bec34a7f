package dev.hansom.check;

import dev.hansom.data.Window;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Which wall-clock times a time zone skipped, and which it showed twice.
///
/// Threads: for one thread.
final class ClockChanges {
    private static final long NEVER = Long.MAX_VALUE;
    /// Before this nobody kept clocks that well, after it nobody knows the rules: 1900 to 2100.
    private static final long FROM = Window.micros(java.time.LocalDateTime.of(1900, 1, 1, 0, 0));

    private static final long UNTIL = Window.micros(java.time.LocalDateTime.of(2100, 1, 1, 0, 0));

    private final ZoneRules rules;
    private long calmFrom = NEVER;
    private long calmUntil = NEVER;

    ClockChanges(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /// 0 for an ordinary time, -1 for one that was skipped, 1 for one that was there twice.
    int at(long micros) {
        if (calmFrom <= micros && micros < calmUntil) {
            return 0;
        }
        if (rules.isFixedOffset() || micros < FROM || micros >= UNTIL) {
            return 0;
        }
        ZoneOffsetTransition change = rules.getTransition(Window.time(micros));
        if (change != null) {
            return change.isGap() ? -1 : 1;
        }
        java.time.Instant instant = Window.time(micros).toInstant(rules.getOffset(Window.time(micros)));
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        calmFrom = before == null ? FROM : latest(before);
        calmUntil = after == null ? UNTIL : earliest(after);
        return 0;
    }

    private static long latest(ZoneOffsetTransition change) {
        return Math.max(Window.micros(change.getDateTimeBefore()), Window.micros(change.getDateTimeAfter()));
    }

    private static long earliest(ZoneOffsetTransition change) {
        return Math.min(Window.micros(change.getDateTimeBefore()), Window.micros(change.getDateTimeAfter()));
    }
}
