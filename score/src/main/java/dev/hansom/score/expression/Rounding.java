package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.function.DoubleUnaryOperator;

/// `round` (half away from zero) and `trunc`, with or without a number of decimals; whole numbers stay whole.
final class Rounding {
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Rounding() {}

    static final Typed ROUND = function(Rounding::half, true);
    static final Typed TRUNC = function(Rounding::cut, false);

    private static Typed function(DoubleUnaryOperator operator, boolean half) {
        return Typed.of(
                Typed.takes(call -> call.argument(0), Type.INT64),
                Typed.takes(call -> number(call, operator), Type.DOUBLE),
                Typed.takes(call -> wholeAt(call, half), Type.INT64, Type.INT64),
                Typed.takes(call -> numberAt(call, operator), Type.DOUBLE, Type.INT64));
    }

    private static Term number(Call call, DoubleUnaryOperator operator) {
        Numbers a = call.argument(0).numbers();
        return Term.number(
                call.arguments(),
                call.argument(0).bound() + 1,
                () -> Sql.call(call.name(), call.arguments()),
                (c, r) -> operator.applyAsDouble(a.at(c, r)),
                Fill.ofNumber(call.argument(0), (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = operator.applyAsDouble(x[i]);
                    }
                }));
    }

    private static Term numberAt(Call call, DoubleUnaryOperator operator) {
        Numbers a = call.argument(0).numbers();
        Wholes b = call.argument(1).wholes();
        return Term.number(call.arguments(), Term.ANY_NUMBER, () -> sql(call), (c, r) -> {
            long places = b.at(c, r);
            return places == NULL ? Double.NaN : at(a.at(c, r), places, operator);
        });
    }

    /// Scales, rounds and scales back, as DuckDB does; a scale beyond the range of a DOUBLE changes nothing or
    /// leaves 0.
    private static double at(double x, long places, DoubleUnaryOperator operator) {
        double scale = Math.pow(10, Math.min(Math.abs((double) places), 400));
        double rounded =
                places < 0 ? operator.applyAsDouble(x / scale) * scale : operator.applyAsDouble(x * scale) / scale;
        boolean fits = Math.abs(rounded) <= Double.MAX_VALUE;
        return fits || Double.isNaN(x) ? rounded : places < 0 ? 0 : x;
    }

    private static Term wholeAt(Call call, boolean half) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        return Term.whole(Type.INT64, call.arguments(), Term.ANY_WHOLE, () -> Sql.tried(sql(call)), (c, r) -> {
            long x = a.at(c, r);
            long places = b.at(c, r);
            return x == NULL || places == NULL ? NULL : places >= 0 ? x : tens(x, places, half);
        });
    }

    private static long tens(long x, long places, boolean half) {
        if (places <= -POWERS.length) {
            return 0;
        }
        long power = POWERS[(int) -places];
        long rest = x % power;
        long down = x - rest;
        if (!half || Math.abs(rest) < power - Math.abs(rest)) {
            return down;
        }
        long up = x < 0 ? down - power : down + power;
        return (up ^ x) < 0 ? NULL : up;
    }

    private static String sql(Call call) {
        return call.name() + "(" + call.argument(0).sql() + ", CAST(" + Sql.clamped(call.argument(1), 400)
                + " AS INTEGER))";
    }

    private static double half(double x) {
        double magnitude = Math.abs(x);
        double floor = Math.floor(magnitude);
        return Math.copySign(magnitude - floor >= 0.5 ? floor + 1 : floor, x);
    }

    private static double cut(double x) {
        return Math.copySign(Math.floor(Math.abs(x)), x);
    }
}
