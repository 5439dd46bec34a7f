package dev.hansom.score.expression;

/// The proleptic Gregorian calendar in arithmetic on days since 1970-01-01, without objects.
///
/// Source: Howard Hinnant, chrono-compatible low-level date algorithms.
final class Days {
    static final long MICROS = 86_400_000_000L;
    private static final int DAYS_IN_ERA = 146_097;
    private static final int EPOCH_IN_ERAS = 719_468;

    private Days() {}

    /// The day of a moment in microseconds.
    static long of(long micros) {
        return Math.floorDiv(micros, MICROS);
    }

    static long year(long day) {
        return civil(day) >> 9;
    }

    static int month(long day) {
        return (int) (civil(day) >> 5 & 15);
    }

    static int dayOfMonth(long day) {
        return (int) (civil(day) & 31);
    }

    /// 0 is Sunday.
    static int dayOfWeek(long day) {
        return (int) Math.floorMod(day + 4, 7L);
    }

    /// 1 to 366.
    static int dayOfYear(long day) {
        return (int) (day - day(year(day), 1, 1)) + 1;
    }

    static long monday(long day) {
        return day - Math.floorMod(day + 3, 7L);
    }

    /// The number of the ISO 8601 week, 1 to 53.
    static int week(long day) {
        long thursday = monday(day) + 3;
        return (dayOfYear(thursday) - 1) / 7 + 1;
    }

    /// The months since the year 0.
    static long months(long day) {
        return year(day) * 12 + month(day) - 1;
    }

    /// The first day of a month counted from the year 0.
    static long ofMonth(long months) {
        return day(Math.floorDiv(months, 12L), Math.floorMod(months, 12) + 1, 1);
    }

    static int monthLength(long year, int month) {
        boolean leap = Math.floorMod(year, 4) == 0 && (Math.floorMod(year, 100) != 0 || Math.floorMod(year, 400) == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    static long day(long year, int month, int dayOfMonth) {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_IN_ERA + dayOfEra - EPOCH_IN_ERAS;
    }

    /// The day plus whole months, at the end of the month where that has no such day.
    static long plusMonths(long day, long months) {
        long first = ofMonth(months(day) + months);
        return first + Math.min(dayOfMonth(day), monthLength(year(first), month(first))) - 1;
    }

    /// `year * 512 + month * 32 + day of month`.
    private static long civil(long day) {
        long shifted = day + EPOCH_IN_ERAS;
        long era = Math.floorDiv(shifted, (long) DAYS_IN_ERA);
        long dayOfEra = shifted - era * DAYS_IN_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year * 512 + month * 32 + dayOfMonth;
    }
}
