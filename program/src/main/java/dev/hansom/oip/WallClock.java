package dev.hansom.oip;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/// ISO-8601 text as wall-clock microseconds of one zone; text with an offset is converted to the zone.
///
/// Shape: `2021-03-01T07:15:00`, fractions to nine digits, seconds optional, a space for the T allowed.
/// Threads: immutable.
record WallClock(ZoneId zone) {
    private static final long MICROS = 1_000_000;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    /// Microseconds since 1970-01-01T00:00, or nothing where the text is no time.
    OptionalLong timestamp(String text) {
        if (text.length() == 19) {
            OptionalLong quick = plain(text);
            if (quick.isPresent()) {
                return quick;
            }
        }
        try {
            String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
            return OptionalLong.of(micros(hasOffset(iso) ? local(iso) : LocalDateTime.parse(iso)));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /// Days since 1970-01-01, or nothing where the text is no date.
    static OptionalLong date(String text) {
        try {
            return OptionalLong.of(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private LocalDateTime local(String iso) {
        return OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime();
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
    }

    private static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(EPOCH, time);
    }

    /// The common shape `yyyy-MM-ddTHH:mm:ss`, read without a parser.
    private static OptionalLong plain(String text) {
        char between = text.charAt(10);
        if ((between != 'T' && between != ' ')
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return OptionalLong.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if ((year | month | day | hour | minute | second) < 0
                || month < 1
                || month > 12
                || day < 1
                || day > 28
                || hour > 23
                || minute > 59
                || second > 59) {
            return OptionalLong.empty();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return OptionalLong.of(((days * 24 + hour) * 60 + minute) * 60 * MICROS + second * MICROS);
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
