package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;

/// `= <> < <= > >=`, BETWEEN and IN, in three-valued logic. Text is ordered by code points.
final class Comparisons {
    private Comparisons() {}

    static Term compare(Call call) {
        List<Term> sides = alike(call);
        Term left = sides.get(0);
        Term right = sides.get(1);
        Wholes wholes = switch (left.type()) {
            case DOUBLE -> numbers(call.name(), left.numbers(), right.numbers());
            case STRING -> texts(call.name(), left.texts(), right.texts());
            case INT64, TIMESTAMP, DATE, BOOLEAN -> wholes(call.name(), left.wholes(), right.wholes());
        };
        return Term.truth(sides, () -> Sql.infix(left, call.name(), right), wholes);
    }

    /// `value BETWEEN low AND high`.
    static Term between(Call call) {
        List<Term> terms = alike(call);
        Term low = compare(pair(call, ">=", terms.get(0), terms.get(1)));
        Term high = compare(pair(call, "<=", terms.get(0), terms.get(2)));
        String operator = " BETWEEN ";
        return Term.truth(
                List.of(low, high),
                () -> "(" + terms.get(0).sql() + operator + terms.get(1).sql() + " AND "
                        + terms.get(2).sql() + ")",
                Logic.both(low.wholes(), high.wholes()));
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
            case "=" ->
                (c, r) -> {
                    double x = a.at(c, r);
                    double y = b.at(c, r);
                    return x == y ? 1 : Double.isNaN(x) || Double.isNaN(y) ? NULL : 0;
                };
            case "<>" ->
                (c, r) -> {
                    double x = a.at(c, r);
                    double y = b.at(c, r);
                    return x == y ? 0 : Double.isNaN(x) || Double.isNaN(y) ? NULL : 1;
                };
            case "<" -> (c, r) -> less(a.at(c, r), b.at(c, r));
            case ">" ->
                (c, r) -> {
                    double x = a.at(c, r);
                    return less(b.at(c, r), x);
                };
            case "<=" -> (c, r) -> atMost(a.at(c, r), b.at(c, r));
            case ">=" ->
                (c, r) -> {
                    double x = a.at(c, r);
                    return atMost(b.at(c, r), x);
                };
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static long less(double x, double y) {
        return x < y ? 1 : x >= y ? 0 : NULL;
    }

    private static long atMost(double x, double y) {
        return x <= y ? 1 : x > y ? 0 : NULL;
    }

    private static Wholes wholes(String operator, Wholes a, Wholes b) {
        return switch (operator) {
            case "=" ->
                (c, r) -> {
                    long x = a.at(c, r);
                    long y = b.at(c, r);
                    return x == NULL || y == NULL ? NULL : x == y ? 1 : 0;
                };
            case "<>" ->
                (c, r) -> {
                    long x = a.at(c, r);
                    long y = b.at(c, r);
                    return x == NULL || y == NULL ? NULL : x == y ? 0 : 1;
                };
            case "<" ->
                (c, r) -> {
                    long x = a.at(c, r);
                    long y = b.at(c, r);
                    return x == NULL || y == NULL ? NULL : x < y ? 1 : 0;
                };
            case "<=" ->
                (c, r) -> {
                    long x = a.at(c, r);
                    long y = b.at(c, r);
                    return x == NULL || y == NULL ? NULL : x <= y ? 1 : 0;
                };
            case ">" -> wholes("<", b, a);
            case ">=" -> wholes("<=", b, a);
            default -> throw new IllegalArgumentException(operator);
        };
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
