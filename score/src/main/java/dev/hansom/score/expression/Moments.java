package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;

/// Arithmetic on dates and moments: days between dates, dates plus days, moments plus intervals.
final class Moments {
    /// Beyond this many days a moment does not fit 64 bits of microseconds.
    private static final long DAYS_AT_MOST = Long.MAX_VALUE / Days.MICROS - 1;

    private Moments() {}

    /// The midnight of a day.
    static long ofDay(long day) {
        return day == NULL || Math.abs(day) > DAYS_AT_MOST ? NULL : day * Days.MICROS;
    }

    /// `date + n` or `date - n`.
    static Term plusDays(Call call, int sign) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        String operator = sign > 0 ? "+" : "-";
        return Term.whole(
                Type.DATE,
                call.arguments(),
                Term.ANY_WHOLE,
                () -> Sql.tried("(" + call.argument(0).sql() + " " + operator + " CAST("
                        + call.argument(1).sql() + " AS INTEGER))"),
                (c, r) -> {
                    long x = a.at(c, r);
                    long y = b.at(c, r);
                    boolean near = x != NULL && y != NULL && Math.abs(y) <= DAYS_AT_MOST;
                    return !near || Math.abs(x + sign * y) > DAYS_AT_MOST ? NULL : x + sign * y;
                });
    }

    /// `date - date`.
    static Term daysBetween(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        return Term.whole(
                Type.INT64,
                call.arguments(),
                0x1p40,
                () -> Sql.infix(call.argument(0), "-", call.argument(1)),
                (c, r) -> days(a.at(c, r), b.at(c, r)),
                Fill.ofWholes(call.argument(0), call.argument(1), (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = days(x[i], y[i]);
                    }
                }));
    }

    /// A date or moment plus or minus an interval is a moment.
    static Term plus(Term moment, Tree.Interval interval, int sign) {
        long months = sign * interval.months();
        long micros = sign * interval.micros();
        Wholes a = moment.wholes();
        return Term.whole(
                Type.TIMESTAMP,
                List.of(moment),
                Term.ANY_WHOLE,
                () -> Sql.tried("(" + moment.sql() + " + to_months(" + months + ") + to_microseconds(CAST(" + micros
                        + " AS BIGINT)))"),
                (c, r) -> plus(a.at(c, r), months, micros),
                Fill.ofWhole(moment, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = plus(x[i], months, micros);
                    }
                }));
    }

    private static long days(long x, long y) {
        return x == NULL || y == NULL ? NULL : x - y;
    }

    private static long plus(long moment, long months, long micros) {
        if (moment == NULL) {
            return NULL;
        }
        long shifted = moment;
        if (months != 0) {
            long day = Days.plusMonths(Days.of(moment), months);
            if (Math.abs(day) > DAYS_AT_MOST) {
                return NULL;
            }
            shifted = day * Days.MICROS + Math.floorMod(moment, Days.MICROS);
        }
        long sum = shifted + micros;
        return ((shifted ^ sum) & (micros ^ sum)) < 0 ? NULL : sum;
    }
}
