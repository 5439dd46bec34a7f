package dev.hansom.score.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of a moment: what `date_part` reads, `date_trunc` cuts to, `date_diff` counts and an interval adds.
///
/// Moments are wall-clock microseconds since 1970-01-01.
enum Part {
    MICROSECOND(0, 1),
    MILLISECOND(0, 1_000),
    SECOND(0, 1_000_000),
    MINUTE(0, 60_000_000),
    HOUR(0, 3_600_000_000L),
    DAY(0, Days.MICROS),
    WEEK(0, 7 * Days.MICROS),
    MONTH(1, 0),
    QUARTER(3, 0),
    YEAR(12, 0),
    DAYOFWEEK(0, 0),
    ISODOW(0, 0),
    DAYOFYEAR(0, 0);

    private final long months;
    private final long micros;

    Part(long months, long micros) {
        this.months = months;
        this.micros = micros;
    }

    /// The part of this name, singular or plural, in any case.
    static Optional<Part> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        return switch (singular) {
            case "dow", "weekday" -> Optional.of(DAYOFWEEK);
            case "doy" -> Optional.of(DAYOFYEAR);
            default ->
                Arrays.stream(values())
                        .filter(part -> part.text().equals(singular))
                        .findFirst();
        };
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Part::text).toList();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it has a length, so that moments can be cut to it.
    boolean isSpan() {
        return months != 0 || micros != 0;
    }

    long months() {
        return months;
    }

    long micros() {
        return micros;
    }

    /// The largest value of [#of] in magnitude.
    double bound() {
        return switch (this) {
            case MICROSECOND -> 60_000_000;
            case MILLISECOND -> 60_000;
            case SECOND, MINUTE -> 60;
            case HOUR -> 24;
            case DAY -> 31;
            case WEEK -> 53;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 300_000;
            case DAYOFWEEK, ISODOW -> 7;
            case DAYOFYEAR -> 366;
        };
    }

    /// The part of a moment as a number, as DuckDB counts it.
    long of(long moment) {
        return switch (this) {
            case MICROSECOND -> Math.floorMod(moment, 60_000_000L);
            case MILLISECOND -> Math.floorMod(moment, 60_000_000L) / 1_000;
            case SECOND -> Math.floorMod(moment, 60_000_000L) / 1_000_000;
            case MINUTE -> minute(moment);
            case HOUR -> hour(moment);
            case DAY -> Days.dayOfMonth(Days.of(moment));
            case WEEK -> Days.week(Days.of(moment));
            case MONTH -> month(moment);
            case QUARTER -> (Days.month(Days.of(moment)) + 2) / 3;
            case YEAR -> Days.year(Days.of(moment));
            case DAYOFWEEK -> dayOfWeek(moment);
            case ISODOW -> (Days.dayOfWeek(Days.of(moment)) + 6) % 7 + 1;
            case DAYOFYEAR -> Days.dayOfYear(Days.of(moment));
        };
    }

    static long minute(long moment) {
        return Math.floorMod(moment, 3_600_000_000L) / 60_000_000L;
    }

    static long hour(long moment) {
        return Math.floorMod(moment, Days.MICROS) / 3_600_000_000L;
    }

    static long dayOfWeek(long moment) {
        return Days.dayOfWeek(Days.of(moment));
    }

    static long month(long moment) {
        return Days.month(Days.of(moment));
    }

    /// The start of the part that a moment lies in.
    long start(long moment) {
        if (this == WEEK) {
            return Days.monday(Days.of(moment)) * Days.MICROS;
        }
        return months == 0
                ? Math.floorDiv(moment, micros) * micros
                : Days.ofMonth(Math.floorDiv(Days.months(Days.of(moment)), months) * months) * Days.MICROS;
    }

    /// How many boundaries lie between two moments; weeks are whole seven days between two dates.
    long between(long from, long to) {
        return switch (this) {
            case WEEK -> (Days.of(to) - Days.of(from)) / 7;
            case MONTH -> Days.months(Days.of(to)) - Days.months(Days.of(from));
            case QUARTER -> Days.months(Days.of(to)) / 3 - Days.months(Days.of(from)) / 3;
            case YEAR -> Days.year(Days.of(to)) - Days.year(Days.of(from));
            default -> Math.floorDiv(to, micros) - Math.floorDiv(from, micros);
        };
    }
}
