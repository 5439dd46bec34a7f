package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;
import static dev.hansom.score.expression.Numbers.finite;

import dev.hansom.score.Type;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Functions of numbers. Out of domain and beyond the range of a DOUBLE is missing.
///
/// StrictMath, so that every JVM answers with the same bits.
final class MathFunctions {
    private static final double LN_2 = StrictMath.log(2);

    private MathFunctions() {}

    static final Typed ABS = Typed.of(
            Typed.takes(MathFunctions::absWhole, Type.INT64),
            Typed.takes(call -> exact(call, call.argument(0).bound(), Math::abs), Type.DOUBLE));

    static final Typed SIGN = Typed.of(
            Typed.takes(MathFunctions::signWhole, Type.INT64), Typed.takes(MathFunctions::signNumber, Type.DOUBLE));

    static final Typed FLOOR =
            Typed.of(Typed.takes(call -> exact(call, call.argument(0).bound() + 1, Math::floor), Type.DOUBLE));

    static final Typed CEIL =
            Typed.of(Typed.takes(call -> exact(call, call.argument(0).bound() + 1, Math::ceil), Type.DOUBLE));

    static final Typed SQRT = checked(Term.ANY_NUMBER, Math::sqrt);
    static final Typed EXP = checked(Term.ANY_NUMBER, StrictMath::exp);
    static final Typed LN = checked(800, StrictMath::log);
    static final Typed LOG2 = checked(1_100, MathFunctions::log2);
    static final Typed LOG10 = checked(400, StrictMath::log10);
    static final Typed SIN = checked(1, StrictMath::sin);
    static final Typed COS = checked(1, StrictMath::cos);
    static final Typed POW = checked(StrictMath::pow);
    static final Typed ATAN2 = checked(StrictMath::atan2);

    /// Exact at powers of two.
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : StrictMath.log(x) / LN_2;
    }

    /// A function that is finite for every number.
    private static Term exact(Call call, double bound, DoubleUnaryOperator operator) {
        Numbers a = call.argument(0).numbers();
        return Term.number(
                call.arguments(),
                bound,
                () -> Sql.call(call.name(), call.arguments()),
                (c, r) -> operator.applyAsDouble(a.at(c, r)),
                Fill.ofNumber(call.argument(0), (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = operator.applyAsDouble(x[i]);
                    }
                }));
    }

    private static Typed checked(double bound, DoubleUnaryOperator operator) {
        return Typed.of(Typed.takes(
                call -> {
                    Numbers a = call.argument(0).numbers();
                    return Term.number(
                            call.arguments(),
                            bound,
                            () -> Sql.finite(Sql.call(call.name(), call.arguments())),
                            (c, r) -> finite(operator.applyAsDouble(a.at(c, r))),
                            Fill.ofNumber(call.argument(0), (x, into, rows) -> {
                                for (int i = 0; i < rows; i++) {
                                    into[i] = finite(operator.applyAsDouble(x[i]));
                                }
                            }));
                },
                Type.DOUBLE));
    }

    private static Typed checked(DoubleBinaryOperator operator) {
        return Typed.of(Typed.takes(
                call -> {
                    Numbers a = call.argument(0).numbers();
                    Numbers b = call.argument(1).numbers();
                    return Term.number(
                            call.arguments(),
                            Term.ANY_NUMBER,
                            () -> Sql.finite(Sql.call(call.name(), call.arguments())),
                            (c, r) -> known(operator, a.at(c, r), b.at(c, r)),
                            Fill.ofNumbers(call.argument(0), call.argument(1), (x, y, into, rows) -> {
                                for (int i = 0; i < rows; i++) {
                                    into[i] = known(operator, x[i], y[i]);
                                }
                            }));
                },
                Type.DOUBLE,
                Type.DOUBLE));
    }

    private static double known(DoubleBinaryOperator operator, double x, double y) {
        return Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : finite(operator.applyAsDouble(x, y));
    }

    private static Term absWhole(Call call) {
        Term value = call.argument(0);
        Wholes a = value.wholes();
        return Term.whole(
                Type.INT64,
                call.arguments(),
                value.bound(),
                () -> value.bound() < Term.ANY_WHOLE
                        ? Sql.call("abs", call.arguments())
                        : Sql.tried(Sql.call("abs", call.arguments())),
                (c, r) -> {
                    long x = a.at(c, r);
                    return x < 0 && x != NULL ? -x : x;
                });
    }

    private static Term signWhole(Call call) {
        Wholes a = call.argument(0).wholes();
        return Term.whole(Type.INT64, call.arguments(), 1, () -> sign(call), (c, r) -> {
            long x = a.at(c, r);
            return x == NULL ? NULL : Long.signum(x);
        });
    }

    private static Term signNumber(Call call) {
        Numbers a = call.argument(0).numbers();
        return Term.whole(Type.INT64, call.arguments(), 1, () -> sign(call), (c, r) -> {
            double x = a.at(c, r);
            return Double.isNaN(x) ? NULL : x > 0 ? 1 : x < 0 ? -1 : 0;
        });
    }

    private static String sign(Call call) {
        return "CAST(" + Sql.call("sign", call.arguments()) + " AS BIGINT)";
    }
}
