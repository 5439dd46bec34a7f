package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;
import static dev.hansom.score.expression.Numbers.finite;

import dev.hansom.score.Type;
import java.util.function.Supplier;

/// `+ - * / // %`: whole numbers stay whole and overflow to missing, `/` answers a DOUBLE, by zero is missing.
final class Arithmetic {
    /// Below this magnitude whole numbers cannot overflow.
    private static final double SAFE = 0x1p62;

    private Arithmetic() {}

    static Term plus(Call call) {
        return call.count() == 1 ? SAME.of(call) : PLUS.of(call);
    }

    static Term minus(Call call) {
        return call.count() == 1 ? NEGATE.of(call) : MINUS.of(call);
    }

    private static final Typed SAME = Typed.of(
            Typed.takes(call -> call.argument(0), Type.INT64), Typed.takes(call -> call.argument(0), Type.DOUBLE));

    private static final Typed NEGATE = Typed.of(
            Typed.takes(Arithmetic::negateWhole, Type.INT64), Typed.takes(Arithmetic::negateNumber, Type.DOUBLE));

    private static final Typed PLUS = Typed.of(
            Typed.takes(Arithmetic::addWholes, Type.INT64, Type.INT64),
            Typed.takes(Arithmetic::addNumbers, Type.DOUBLE, Type.DOUBLE),
            Typed.takes(call -> Moments.plusDays(call, 1), Type.DATE, Type.INT64));

    private static final Typed MINUS = Typed.of(
            Typed.takes(Arithmetic::subtractWholes, Type.INT64, Type.INT64),
            Typed.takes(Arithmetic::subtractNumbers, Type.DOUBLE, Type.DOUBLE),
            Typed.takes(call -> Moments.plusDays(call, -1), Type.DATE, Type.INT64),
            Typed.takes(Moments::daysBetween, Type.DATE, Type.DATE));

    static final Typed TIMES = Typed.of(
            Typed.takes(Arithmetic::multiplyWholes, Type.INT64, Type.INT64),
            Typed.takes(Arithmetic::multiplyNumbers, Type.DOUBLE, Type.DOUBLE));

    static final Typed DIVIDE = Typed.of(Typed.takes(Arithmetic::divide, Type.DOUBLE, Type.DOUBLE));

    static final Typed DIVIDE_WHOLES = Typed.of(Typed.takes(Arithmetic::divideWholes, Type.INT64, Type.INT64));

    static final Typed REMAINDER = Typed.of(
            Typed.takes(Arithmetic::remainderWholes, Type.INT64, Type.INT64),
            Typed.takes(Arithmetic::remainderNumbers, Type.DOUBLE, Type.DOUBLE));

    private static Term negateWhole(Call call) {
        Term value = call.argument(0);
        Wholes a = value.wholes();
        return Term.whole(
                Type.INT64,
                call.arguments(),
                value.bound(),
                () -> negated(value),
                (c, r) -> negated(a.at(c, r)),
                Fill.ofWhole(value, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = negated(x[i]);
                    }
                }));
    }

    private static long negated(long x) {
        return x == NULL ? NULL : -x;
    }

    private static String negated(Term value) {
        String text = "(-" + value.sql() + ")";
        return value.bound() < Term.ANY_WHOLE ? text : Sql.tried(text);
    }

    private static Term negateNumber(Call call) {
        Term value = call.argument(0);
        Numbers a = value.numbers();
        return Term.number(
                call.arguments(),
                value.bound(),
                () -> "(-" + value.sql() + ")",
                (c, r) -> -a.at(c, r),
                Fill.ofNumber(value, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = -x[i];
                    }
                }));
    }

    private static Term addWholes(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        double bound = call.argument(0).bound() + call.argument(1).bound();
        return whole(call, "+", bound, (c, r) -> sum(a.at(c, r), b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = sum(x[i], y[i]);
            }
        });
    }

    private static long sum(long x, long y) {
        long sum = x + y;
        return x == NULL || y == NULL || ((x ^ sum) & (y ^ sum)) < 0 ? NULL : sum;
    }

    private static Term subtractWholes(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        double bound = call.argument(0).bound() + call.argument(1).bound();
        return whole(call, "-", bound, (c, r) -> difference(a.at(c, r), b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = difference(x[i], y[i]);
            }
        });
    }

    private static long difference(long x, long y) {
        long difference = x - y;
        return x == NULL || y == NULL || ((x ^ y) & (x ^ difference)) < 0 ? NULL : difference;
    }

    private static Term multiplyWholes(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        double bound = call.argument(0).bound() * call.argument(1).bound();
        return whole(call, "*", bound, (c, r) -> product(a.at(c, r), b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = product(x[i], y[i]);
            }
        });
    }

    private static long product(long x, long y) {
        long product = x * y;
        return x == NULL || y == NULL || Math.multiplyHigh(x, y) != product >> 63 ? NULL : product;
    }

    /// Truncates towards zero, as DuckDB does.
    private static Term divideWholes(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        double bound = call.argument(0).bound();
        return tried(call, "//", bound, (c, r) -> quotient(a.at(c, r), b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = quotient(x[i], y[i]);
            }
        });
    }

    private static long quotient(long x, long y) {
        return x == NULL || y == NULL || y == 0 ? NULL : x / y;
    }

    /// Has the sign of the dividend, as in DuckDB.
    private static Term remainderWholes(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        double bound = Math.min(call.argument(0).bound(), call.argument(1).bound());
        return tried(call, "%", bound, (c, r) -> remainder(a.at(c, r), b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = remainder(x[i], y[i]);
            }
        });
    }

    private static long remainder(long x, long y) {
        return x == NULL || y == NULL || y == 0 ? NULL : x % y;
    }

    private static Term addNumbers(Call call) {
        Numbers a = call.argument(0).numbers();
        Numbers b = call.argument(1).numbers();
        double bound = call.argument(0).bound() + call.argument(1).bound();
        return number(call, "+", bound, (c, r) -> finite(a.at(c, r) + b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = finite(x[i] + y[i]);
            }
        });
    }

    private static Term subtractNumbers(Call call) {
        Numbers a = call.argument(0).numbers();
        Numbers b = call.argument(1).numbers();
        double bound = call.argument(0).bound() + call.argument(1).bound();
        return number(call, "-", bound, (c, r) -> finite(a.at(c, r) - b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = finite(x[i] - y[i]);
            }
        });
    }

    private static Term multiplyNumbers(Call call) {
        Numbers a = call.argument(0).numbers();
        Numbers b = call.argument(1).numbers();
        double bound = call.argument(0).bound() * call.argument(1).bound();
        return number(call, "*", bound, (c, r) -> finite(a.at(c, r) * b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = finite(x[i] * y[i]);
            }
        });
    }

    private static Term divide(Call call) {
        Numbers a = call.argument(0).numbers();
        Term divisor = call.argument(1);
        Numbers b = divisor.numbers();
        if (divisor.isConstant() && Math.abs(divisor.constantNumber()) >= 1) {
            double by = divisor.constantNumber();
            double bound = call.argument(0).bound() / Math.abs(by);
            return number(call, "/", bound, (c, r) -> a.at(c, r) / by, (x, y, into, rows) -> {
                for (int i = 0; i < rows; i++) {
                    into[i] = x[i] / by;
                }
            });
        }
        double bound = Double.POSITIVE_INFINITY;
        return number(call, "/", bound, (c, r) -> finite(a.at(c, r) / b.at(c, r)), (x, y, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = finite(x[i] / y[i]);
            }
        });
    }

    private static Term remainderNumbers(Call call) {
        Term left = call.argument(0);
        Term right = call.argument(1);
        Numbers a = left.numbers();
        Numbers b = right.numbers();
        return Term.number(
                call.arguments(),
                Math.min(left.bound(), right.bound()),
                () -> Sql.finite(Sql.infix(left, "%", right)),
                (c, r) -> a.at(c, r) % b.at(c, r),
                Fill.ofNumbers(left, right, (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = x[i] % y[i];
                    }
                }));
    }

    private static Term whole(
            Call call, String operator, double bound, Wholes one, Fill.PairLoop<long[], long[]> many) {
        if (bound >= SAFE) {
            return tried(call, operator, bound, one, many);
        }
        return whole(call, bound, () -> Sql.infix(call.argument(0), operator, call.argument(1)), one, many);
    }

    private static Term tried(
            Call call, String operator, double bound, Wholes one, Fill.PairLoop<long[], long[]> many) {
        Supplier<String> sql = () -> Sql.tried(Sql.infix(call.argument(0), operator, call.argument(1)));
        return whole(call, bound, sql, one, many);
    }

    private static Term whole(
            Call call, double bound, Supplier<String> sql, Wholes one, Fill.PairLoop<long[], long[]> many) {
        Fill<long[]> fill = Fill.ofWholes(call.argument(0), call.argument(1), many);
        return Term.whole(Type.INT64, call.arguments(), bound, sql, one, fill);
    }

    private static Term number(
            Call call, String operator, double bound, Numbers one, Fill.PairLoop<double[], double[]> many) {
        Term left = call.argument(0);
        Term right = call.argument(1);
        return Term.number(
                call.arguments(),
                bound,
                () -> bound <= Term.ANY_NUMBER
                        ? Sql.infix(left, operator, right)
                        : Sql.finite(Sql.infix(left, operator, right)),
                one,
                Fill.ofNumbers(left, right, many));
    }
}
