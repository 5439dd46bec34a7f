package dev.hansom.score;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Times of java.time as wall-clock microseconds; parts of a microsecond are cut off.
final class Times {
    private static final long MILLION = 1_000_000L;
    private static final int THOUSAND = 1000;

    private Times() {}

    @SuppressWarnings("JavaLocalDateTimeGetNano")
    static long micros(LocalDateTime time) {
        return micros(time.toEpochSecond(ZoneOffset.UTC), time.getNano());
    }

    /// What the clock on the wall of `zone` shows at `instant`.
    static long micros(Instant instant, ZoneId zone) {
        int offset = zone.getRules().getOffset(instant).getTotalSeconds();
        return micros(instant.getEpochSecond() + offset, instant.getNano());
    }

    /// Beyond what 64 bits hold, the moment is missing.
    private static long micros(long seconds, int nanos) {
        boolean fits = Math.abs(seconds) < Long.MAX_VALUE / MILLION;
        return fits ? seconds * MILLION + nanos / THOUSAND : Columns.NULL;
    }
}
