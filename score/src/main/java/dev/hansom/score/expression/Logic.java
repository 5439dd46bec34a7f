package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;

/// AND, OR, NOT and IS NULL in three-valued logic: true is 1, false 0, unknown [dev.hansom.score.Columns#NULL].
final class Logic {
    static final Typed AND = Typed.of(Typed.takes(Logic::and, Type.BOOLEAN, Type.BOOLEAN));
    static final Typed OR = Typed.of(Typed.takes(Logic::or, Type.BOOLEAN, Type.BOOLEAN));
    static final Typed NOT = Typed.of(Typed.takes(Logic::not, Type.BOOLEAN));

    private Logic() {}

    /// `left AND right`, printed as `sql` says.
    static Term both(Term left, Term right, Supplier<String> sql) {
        Wholes a = left.wholes();
        Wholes b = right.wholes();
        Wholes one = Within.both(a, b).orElseGet(() -> (c, r) -> {
            long x = a.at(c, r);
            return x == 0 ? 0 : both(x, b.at(c, r));
        });
        return Term.truth(List.of(left, right), sql, one, Fill.ofWholes(left, right, (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = both(x[i], y[i]);
            }
        }));
    }

    private static long both(long x, long y) {
        return x == 0 || y == 0 ? 0 : x == NULL ? NULL : y;
    }

    private static long either(long x, long y) {
        return x == 1 || y == 1 ? 1 : x == NULL ? NULL : y;
    }

    private static Term and(Call call) {
        Term left = call.argument(0);
        Term right = call.argument(1);
        return both(left, right, () -> Sql.infix(left, "AND", right));
    }

    private static Term or(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        return Term.truth(
                call.arguments(),
                () -> Sql.infix(call.argument(0), "OR", call.argument(1)),
                (c, r) -> {
                    long x = a.at(c, r);
                    return x == 1 ? 1 : either(x, b.at(c, r));
                },
                Fill.ofWholes(call.argument(0), call.argument(1), (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = either(x[i], y[i]);
                    }
                }));
    }

    private static Term not(Call call) {
        Wholes a = call.argument(0).wholes();
        return Term.truth(
                call.arguments(),
                () -> "(NOT " + call.argument(0).sql() + ")",
                (c, r) -> not(a.at(c, r)),
                Fill.ofWhole(call.argument(0), (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = not(x[i]);
                    }
                }));
    }

    /// True where `x` is false, unknown where it is unknown.
    static long not(long x) {
        return x == NULL ? NULL : 1 - x;
    }

    static Term isNull(Call call) {
        Term value = call.argument(0);
        Supplier<String> sql = () -> "(" + value.sql() + " IS NULL)";
        return switch (value.type()) {
            case DOUBLE -> {
                Numbers a = value.numbers();
                Wholes one = (c, r) -> Double.isNaN(a.at(c, r)) ? 1 : 0;
                yield Term.truth(List.of(value), sql, one, Fill.ofNumber(value, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = Double.isNaN(x[i]) ? 1 : 0;
                    }
                }));
            }
            case STRING -> {
                Texts a = value.texts();
                yield Term.truth(List.of(value), sql, (c, r) -> a.at(c, r) == null ? 1 : 0);
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes a = value.wholes();
                Wholes one = (c, r) -> a.at(c, r) == NULL ? 1 : 0;
                yield Term.truth(List.of(value), sql, one, Fill.ofWhole(value, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = x[i] == NULL ? 1 : 0;
                    }
                }));
            }
        };
    }
}
