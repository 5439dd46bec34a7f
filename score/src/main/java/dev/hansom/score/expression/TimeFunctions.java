package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Functions of dates and moments; a date stands for its midnight.
final class TimeFunctions {
    /// Moments this far from 1970 have no part that starts before them.
    private static final long EARLIEST = Long.MIN_VALUE + 400 * Days.MICROS;

    private TimeFunctions() {}

    /// A function that reads one part, named like it.
    static Typed reads(Part part) {
        return Typed.of(Typed.takes(
                call -> part(call, part, () -> Sql.call(call.name(), call.arguments())), Type.TIMESTAMP));
    }

    static final Typed EPOCH = Typed.of(Typed.takes(TimeFunctions::epoch, Type.TIMESTAMP));

    static final Typed MAKE_TIMESTAMP = Typed.of(
            Typed.takes(TimeFunctions::ofMicros, Type.INT64),
            Typed.takes(
                    TimeFunctions::ofFields, Type.INT64, Type.INT64, Type.INT64, Type.INT64, Type.INT64, Type.DOUBLE));

    /// `date_part('hour', moment)`; `epoch` is a DOUBLE.
    static Term datePart(Call call) {
        Call rest = times(call, 2);
        if ("epoch".equalsIgnoreCase(call.argument(0).constantText())) {
            return epoch(rest);
        }
        Part part = part(call, false);
        return part(rest, part, () -> "CAST(" + dateSql(call, part, rest) + " AS BIGINT)");
    }

    static Term dateTrunc(Call call) {
        Call rest = times(call, 2);
        Part part = part(call, true);
        Wholes a = rest.argument(0).wholes();
        return Term.whole(
                Type.TIMESTAMP,
                rest.arguments(),
                Term.ANY_WHOLE,
                () -> dateSql(call, part, rest),
                (c, r) -> start(part, a.at(c, r)),
                Fill.ofWhole(rest.argument(0), (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = start(part, x[i]);
                    }
                }));
    }

    private static long start(Part part, long moment) {
        return moment < EARLIEST ? NULL : part.start(moment);
    }

    static Term dateDiff(Call call) {
        Call rest = times(call, 3);
        Part part = part(call, true);
        Wholes a = rest.argument(0).wholes();
        Wholes b = rest.argument(1).wholes();
        return Term.whole(
                Type.INT64,
                rest.arguments(),
                part.micros() == 1 ? Term.ANY_WHOLE : 0x1p62,
                () -> Sql.tried(dateSql(call, part, rest)),
                (c, r) -> between(part, a.at(c, r), b.at(c, r)),
                Fill.ofWholes(rest.argument(0), rest.argument(1), (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = between(part, x[i], y[i]);
                    }
                }));
    }

    private static long between(Part part, long from, long to) {
        boolean far = ((to ^ from) & (to ^ (to - from))) < 0;
        return from == NULL || to == NULL || far ? NULL : part.between(from, to);
    }

    private static Term part(Call call, Part part, Supplier<String> sql) {
        Wholes a = call.argument(0).wholes();
        Fill<long[]> fill = Fill.ofWhole(call.argument(0), Parts.many(part));
        return Term.whole(Type.INT64, call.arguments(), part.bound(), sql, Parts.of(part, a), fill);
    }

    /// The arguments after the name of the part, as moments.
    private static Call times(Call call, int count) {
        boolean named = call.count() == count
                && call.argument(0).type() == Type.STRING
                && call.argument(0).isConstant();
        List<Term> times = named ? call.arguments().subList(1, count) : List.of();
        if (!named || times.stream().anyMatch(t -> Coercion.cost(t, Type.TIMESTAMP) == Coercion.IMPOSSIBLE)) {
            String expected = Stream.concat(
                            Stream.of("'hour'"),
                            Stream.generate(() -> "TIMESTAMP").limit(count - 1L))
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            throw call.refuse(
                    "cannot apply " + call.name() + " to " + call.given() + " (expected: (" + expected + "))");
        }
        return call.with(Coercion.all(Type.TIMESTAMP, times));
    }

    private static Part part(Call call, boolean span) {
        String name = String.valueOf(call.argument(0).constantText());
        List<String> known = Stream.of(Part.values())
                .filter(part -> part.isSpan() || !span)
                .map(Part::text)
                .toList();
        return Part.named(name)
                .filter(part -> part.isSpan() || !span)
                .orElseThrow(() -> call.refuse(
                        0,
                        "no part of a time '" + Shown.of(name) + "'"
                                + Nearest.to(name, known)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")
                                + " (parts: " + String.join(", ", known) + ")"));
    }

    private static String dateSql(Call call, Part part, Call rest) {
        return rest.arguments().stream()
                .map(Term::sql)
                .collect(Collectors.joining(", ", call.name() + "('" + part.text() + "', ", ")"));
    }

    private static Term epoch(Call call) {
        Wholes a = call.argument(0).wholes();
        return Term.number(
                call.arguments(),
                0x1p44,
                () -> Sql.call("epoch", call.arguments()),
                (c, r) -> seconds(a.at(c, r)),
                Fill.ofWhole(call.argument(0), (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = seconds(x[i]);
                    }
                }));
    }

    private static double seconds(long moment) {
        return moment == NULL ? Double.NaN : (double) moment / 1e6;
    }

    private static Term ofMicros(Call call) {
        Wholes a = call.argument(0).wholes();
        return Term.whole(
                Type.TIMESTAMP,
                call.arguments(),
                Term.ANY_WHOLE,
                () -> Sql.tried(Sql.call("make_timestamp", call.arguments())),
                a,
                call.argument(0).manyWholes());
    }

    private static Term ofFields(Call call) {
        Wholes year = call.argument(0).wholes();
        Wholes month = call.argument(1).wholes();
        Wholes day = call.argument(2).wholes();
        Wholes hour = call.argument(3).wholes();
        Wholes minute = call.argument(4).wholes();
        Numbers second = call.argument(5).numbers();
        return Term.whole(
                Type.TIMESTAMP,
                call.arguments(),
                Term.ANY_WHOLE,
                () -> Sql.tried(Sql.call("make_timestamp", call.arguments())),
                (c, r) -> {
                    long date = date(year.at(c, r), month.at(c, r), day.at(c, r));
                    long time = time(hour.at(c, r), minute.at(c, r), second.at(c, r));
                    return date == NULL || time == NULL ? NULL : date * Days.MICROS + time;
                });
    }

    private static long date(long year, long month, long day) {
        boolean real = Math.abs(year) < 290_000 && year != NULL && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return real && day <= Days.monthLength(year, (int) month) ? Days.day(year, (int) month, (int) day) : NULL;
    }

    private static long time(long hour, long minute, double second) {
        boolean real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return real ? hour * 3_600_000_000L + minute * 60_000_000L + (long) Math.rint(second * 1e6) : NULL;
    }
}
