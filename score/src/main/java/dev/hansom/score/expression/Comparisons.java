package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;

/// `= <> < <= > >=`, BETWEEN and IN, in three-valued logic. Text is ordered by code points.
final class Comparisons {
    private Comparisons() {}

    static Term compare(Call call) {
        List<Term> sides = alike(call);
        Term left = sides.get(0);
        Term right = sides.get(1);
        Supplier<String> sql = () -> Sql.infix(left, call.name(), right);
        return switch (left.type()) {
            case DOUBLE ->
                Term.truth(
                        sides,
                        sql,
                        numbers(call.name(), left.numbers(), right.numbers()),
                        Fill.ofNumbers(left, right, numbers(call.name())));
            case STRING -> Term.truth(sides, sql, texts(call.name(), left.texts(), right.texts()));
            case INT64, TIMESTAMP, DATE, BOOLEAN ->
                Term.truth(
                        sides,
                        sql,
                        Within.of(call.name(), left, right)
                                .orElseGet(() -> wholes(call.name(), left.wholes(), right.wholes())),
                        Fill.ofWholes(left, right, wholes(call.name())));
        };
    }

    /// `value BETWEEN low AND high`.
    static Term between(Call call) {
        List<Term> terms = alike(call);
        Term low = compare(pair(call, ">=", terms.get(0), terms.get(1)));
        Term high = compare(pair(call, "<=", terms.get(0), terms.get(2)));
        String operator = " BETWEEN ";
        return Logic.both(
                low,
                high,
                () -> "(" + terms.get(0).sql() + operator + terms.get(1).sql() + " AND "
                        + terms.get(2).sql() + ")");
    }

    private static Call pair(Call call, String operator, Term left, Term right) {
        return new Call(call.text(), operator, call.at(), List.of(left, right), call.places());
    }

    /// Arguments brought to one type. Errors: [ExpressionException] if there is none.
    static List<Term> alike(Call call) {
        Type type = Coercion.shared(call.arguments())
                .orElseThrow(() -> call.refuse("cannot compare " + call.given() + " with " + call.name()));
        return Coercion.all(type, call.arguments());
    }

    private static Wholes numbers(String operator, Numbers a, Numbers b) {
        return switch (operator) {
            case "=" -> (c, r) -> same(a.at(c, r), b.at(c, r));
            case "<>" -> (c, r) -> Logic.not(same(a.at(c, r), b.at(c, r)));
            case "<" -> (c, r) -> less(a.at(c, r), b.at(c, r));
            case ">" -> (c, r) -> less(b.at(c, r), a.at(c, r));
            case "<=" -> (c, r) -> atMost(a.at(c, r), b.at(c, r));
            case ">=" -> (c, r) -> atMost(b.at(c, r), a.at(c, r));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Fill.PairLoop<double[], long[]> numbers(String operator) {
        return switch (operator) {
            case "=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = same(x[i], y[i]);
                    }
                };
            case "<>" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = Logic.not(same(x[i], y[i]));
                    }
                };
            case "<" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = less(x[i], y[i]);
                    }
                };
            case ">" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = less(y[i], x[i]);
                    }
                };
            case "<=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = atMost(x[i], y[i]);
                    }
                };
            case ">=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = atMost(y[i], x[i]);
                    }
                };
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static long same(double x, double y) {
        return x == y ? 1 : Double.isNaN(x) || Double.isNaN(y) ? NULL : 0;
    }

    private static long less(double x, double y) {
        return x < y ? 1 : x >= y ? 0 : NULL;
    }

    private static long atMost(double x, double y) {
        return x <= y ? 1 : x > y ? 0 : NULL;
    }

    private static Wholes wholes(String operator, Wholes a, Wholes b) {
        return switch (operator) {
            case "=" -> (c, r) -> same(a.at(c, r), b.at(c, r));
            case "<>" -> (c, r) -> Logic.not(same(a.at(c, r), b.at(c, r)));
            case "<" -> (c, r) -> less(a.at(c, r), b.at(c, r));
            case ">" -> (c, r) -> less(b.at(c, r), a.at(c, r));
            case "<=" -> (c, r) -> atMost(a.at(c, r), b.at(c, r));
            case ">=" -> (c, r) -> atMost(b.at(c, r), a.at(c, r));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Fill.PairLoop<long[], long[]> wholes(String operator) {
        return switch (operator) {
            case "=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = same(x[i], y[i]);
                    }
                };
            case "<>" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = Logic.not(same(x[i], y[i]));
                    }
                };
            case "<" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = less(x[i], y[i]);
                    }
                };
            case ">" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = less(y[i], x[i]);
                    }
                };
            case "<=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = atMost(x[i], y[i]);
                    }
                };
            case ">=" ->
                (x, y, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = atMost(y[i], x[i]);
                    }
                };
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static long same(long x, long y) {
        return x == NULL || y == NULL ? NULL : x == y ? 1 : 0;
    }

    private static long less(long x, long y) {
        return x == NULL || y == NULL ? NULL : x < y ? 1 : 0;
    }

    private static long atMost(long x, long y) {
        return x == NULL || y == NULL ? NULL : x <= y ? 1 : 0;
    }

    private static Wholes texts(String operator, Texts a, Texts b) {
        return switch (operator) {
            case "=" ->
                (c, r) -> {
                    String x = a.at(c, r);
                    String y = b.at(c, r);
                    return x == null || y == null ? NULL : x.equals(y) ? 1 : 0;
                };
            case "<>" ->
                (c, r) -> {
                    String x = a.at(c, r);
                    String y = b.at(c, r);
                    return x == null || y == null ? NULL : x.equals(y) ? 0 : 1;
                };
            case "<" ->
                (c, r) -> {
                    String x = a.at(c, r);
                    String y = b.at(c, r);
                    return x == null || y == null ? NULL : order(x, y) < 0 ? 1 : 0;
                };
            case "<=" ->
                (c, r) -> {
                    String x = a.at(c, r);
                    String y = b.at(c, r);
                    return x == null || y == null ? NULL : order(x, y) <= 0 ? 1 : 0;
                };
            case ">" -> texts("<", b, a);
            case ">=" -> texts("<=", b, a);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /// By code points, which is the order of the UTF-8 bytes.
    static int order(String x, String y) {
        int common = Math.min(x.length(), y.length());
        for (int i = 0; i < common; i++) {
            char a = x.charAt(i);
            char b = y.charAt(i);
            if (a != b) {
                boolean high = Character.isSurrogate(a) != Character.isSurrogate(b);
                return high ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return x.length() - y.length();
    }
}
