package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and moments as text: `2021-01-31`, `2021-01-31 08:05:00.25`, also with a `T`.
///
/// Text with an offset or a zone is no wall-clock time and is missing.
final class TimeTexts {
    private static final Pattern PATTERN = Pattern.compile(
            "(\\d{1,6})([-/])(\\d{1,2})\\2(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?");
    private static final int LENGTH_AT_MOST = 40;

    private TimeTexts() {}

    /// Microseconds; [Columns#NULL] if the text is no moment.
    static long timestamp(String text) {
        Matcher match = PATTERN.matcher(text);
        if (text.length() > LENGTH_AT_MOST || !match.matches()) {
            return Columns.NULL;
        }
        long day = day(match);
        if (day == Columns.NULL || match.group(5) == null) {
            return day == Columns.NULL ? day : micros(day, 0);
        }
        int hour = Integer.parseInt(match.group(5));
        int minute = Integer.parseInt(match.group(6));
        int second = match.group(7) == null ? 0 : Integer.parseInt(match.group(7));
        if (hour > 23 || minute > 59 || second > 59) {
            return Columns.NULL;
        }
        return micros(day, (hour * 3600L + minute * 60L + second) * 1_000_000L + fraction(match.group(8)));
    }

    /// Days; [Columns#NULL] if the text is no date. A time of day is cut off.
    static long date(String text) {
        long moment = timestamp(text);
        return moment == Columns.NULL ? moment : Days.of(moment);
    }

    static String ofTimestamp(long micros) {
        long rest = Math.floorMod(micros, Days.MICROS);
        StringBuilder text = new StringBuilder(dateDigits(Days.of(micros))).append(' ');
        two(text, rest / 3_600_000_000L).append(':');
        two(text, rest / 60_000_000L % 60).append(':');
        two(text, rest / 1_000_000L % 60);
        long fraction = rest % 1_000_000L;
        if (fraction > 0) {
            text.append('.').append(Long.toString(1_000_000L + fraction), 1, 7);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.toString();
    }

    static String ofDate(long day) {
        return dateDigits(day);
    }

    private static String dateDigits(long day) {
        long year = Days.year(day);
        StringBuilder text = new StringBuilder();
        String digits = Long.toString(year > 0 ? year : 1 - year);
        text.append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits).append('-');
        two(text, Days.month(day)).append('-');
        two(text, Days.dayOfMonth(day));
        return year > 0 ? text.toString() : text.append(" (BC)").toString();
    }

    private static StringBuilder two(StringBuilder text, long value) {
        return text.append(value < 10 ? "0" : "").append(value);
    }

    private static long day(Matcher match) {
        long year = Long.parseLong(match.group(1));
        int month = Integer.parseInt(match.group(3));
        int day = Integer.parseInt(match.group(4));
        boolean real = month >= 1 && month <= 12 && day >= 1 && day <= Days.monthLength(year, month);
        return real ? Days.day(year, month, day) : Columns.NULL;
    }

    private static long micros(long day, long rest) {
        return Math.abs(day) > Long.MAX_VALUE / Days.MICROS - 1 ? Columns.NULL : day * Days.MICROS + rest;
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000").substring(0, 6));
    }
}
