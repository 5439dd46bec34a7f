package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// CAST and TRY_CAST, which are the same: what cannot be converted is missing.
final class Casts {
    private Casts() {}

    /// Whether a conversion between the two types exists.
    static boolean exists(Type from, Type to) {
        if (from == to || to == Type.STRING) {
            return true;
        }
        return switch (from) {
            case STRING -> true;
            case DOUBLE, INT64, BOOLEAN -> to.isNumeric() || to == Type.BOOLEAN;
            case TIMESTAMP, DATE -> to == Type.TIMESTAMP || to == Type.DATE;
        };
    }

    /// Errors: [IllegalArgumentException] where no conversion exists.
    static Term cast(Term term, Type to) {
        if (term.isMissing()) {
            return Term.missing(to, false);
        }
        if (term.type() == to) {
            return term;
        }
        return switch (term.type()) {
            case DOUBLE -> fromNumber(term, to);
            case STRING -> fromText(term, to);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> fromWhole(term, to);
        };
    }

    private static Term fromNumber(Term term, Type to) {
        Numbers a = term.numbers();
        return switch (to) {
            case INT64 ->
                whole(term, to, term.bound(), (c, r) -> whole(a.at(c, r)), Fill.ofNumber(term, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = whole(x[i]);
                    }
                }));
            case BOOLEAN ->
                whole(term, to, 1, (c, r) -> truth(a.at(c, r)), Fill.ofNumber(term, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = truth(x[i]);
                    }
                }));
            case STRING -> text(term, (c, r) -> NumberTexts.of(a.at(c, r)));
            case DOUBLE, TIMESTAMP, DATE -> throw none(term, to);
        };
    }

    /// Rounds half to even, as DuckDB does for numbers.
    private static long whole(double x) {
        double rounded = Math.rint(x);
        return rounded >= -0x1p63 && rounded < 0x1p63 ? (long) rounded : NULL;
    }

    private static long truth(double x) {
        return Double.isNaN(x) ? NULL : x == 0 ? 0 : 1;
    }

    private static Term fromWhole(Term term, Type to) {
        Wholes a = term.wholes();
        if (to == Type.STRING) {
            Type from = term.type();
            return text(term, (c, r) -> {
                long x = a.at(c, r);
                return x == NULL ? null : written(from, x);
            });
        }
        return switch (to) {
            case INT64 -> whole(term, to, term.bound(), a, term.manyWholes());
            case BOOLEAN ->
                whole(term, to, 1, (c, r) -> truth(a.at(c, r)), Fill.ofWhole(term, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = truth(x[i]);
                    }
                }));
            case DOUBLE -> widened(term, () -> sql(term, to));
            case TIMESTAMP ->
                whole(
                        term,
                        to,
                        Term.ANY_WHOLE,
                        (c, r) -> Moments.ofDay(a.at(c, r)),
                        Fill.ofWhole(term, (x, into, rows) -> {
                            for (int i = 0; i < rows; i++) {
                                into[i] = Moments.ofDay(x[i]);
                            }
                        }));
            case DATE ->
                whole(term, to, Term.ANY_WHOLE, (c, r) -> day(a.at(c, r)), Fill.ofWhole(term, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = day(x[i]);
                    }
                }));
            case STRING -> throw none(term, to);
        };
    }

    /// A term that is held in a long as a DOUBLE, printed as `sql` says.
    static Term widened(Term term, Supplier<String> sql) {
        Wholes a = term.wholes();
        return Term.number(
                List.of(term), term.bound(), sql, (c, r) -> widened(a.at(c, r)), Fill.ofWhole(term, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = widened(x[i]);
                    }
                }));
    }

    private static double widened(long x) {
        return x == NULL ? Double.NaN : (double) x;
    }

    private static long truth(long x) {
        return x == NULL ? NULL : x == 0 ? 0 : 1;
    }

    private static long day(long x) {
        return x == NULL ? NULL : Days.of(x);
    }

    private static String written(Type type, long value) {
        return switch (type) {
            case BOOLEAN -> value == 1 ? "true" : "false";
            case TIMESTAMP -> TimeTexts.ofTimestamp(value);
            case DATE -> TimeTexts.ofDate(value);
            case INT64, DOUBLE, STRING -> Long.toString(value);
        };
    }

    private static Term fromText(Term term, Type to) {
        Texts a = term.texts();
        return switch (to) {
            case DOUBLE ->
                Term.number(
                        List.of(term),
                        Term.ANY_NUMBER,
                        () -> Sql.finite(sql(term, to)),
                        (c, r) -> NumberTexts.number(a.at(c, r)));
            case INT64 -> whole(term, to, Term.ANY_WHOLE, (c, r) -> NumberTexts.whole(a.at(c, r)));
            case BOOLEAN -> whole(term, to, 1, (c, r) -> truth(a.at(c, r)));
            case TIMESTAMP ->
                whole(term, to, Term.ANY_WHOLE, (c, r) -> {
                    String text = a.at(c, r);
                    return text == null ? NULL : TimeTexts.timestamp(text);
                });
            case DATE ->
                whole(term, to, Term.ANY_WHOLE, (c, r) -> {
                    String text = a.at(c, r);
                    return text == null ? NULL : TimeTexts.date(text);
                });
            case STRING -> throw none(term, to);
        };
    }

    private static long truth(@Nullable String text) {
        if (text == null || text.length() > 5) {
            return NULL;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> 1;
            case "false", "f", "no", "n", "0" -> 0;
            default -> NULL;
        };
    }

    private static Term whole(Term term, Type to, double bound, Wholes wholes) {
        return Term.whole(to, List.of(term), bound, () -> sql(term, to), wholes);
    }

    private static Term whole(Term term, Type to, double bound, Wholes wholes, Fill<long[]> fill) {
        return Term.whole(to, List.of(term), bound, () -> sql(term, to), wholes, fill);
    }

    private static Term text(Term term, Texts texts) {
        return Term.text(List.of(term), () -> sql(term, Type.STRING), texts);
    }

    private static String sql(Term term, Type to) {
        return "TRY_CAST(" + term.sql() + " AS " + Sql.type(to) + ")";
    }

    private static IllegalArgumentException none(Term term, Type to) {
        return new IllegalArgumentException("no conversion from " + term.type() + " to " + to);
    }
}
