package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// How pieces of an expression are written in DuckDB's SQL, so that DuckDB answers as we do.
///
/// Source: DuckDB 2.0.
final class Sql {
    /// Beyond this a piece is not written twice.
    private static final int SHORT = 160;

    private Sql() {}

    static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    static String type(Type type) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case INT64 -> "BIGINT";
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMP";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "CAST(NULL AS DOUBLE)";
        }
        String text = Double.toString(value);
        String real = text.contains("E") ? text : text + "e0";
        return value < 0 ? "(" + real + ")" : real;
    }

    static String whole(Type type, long value) {
        if (value == Columns.NULL) {
            return "CAST(NULL AS " + type(type) + ")";
        }
        return switch (type) {
            case BOOLEAN -> value == 1 ? "TRUE" : "FALSE";
            case TIMESTAMP -> "make_timestamp(CAST(" + value + " AS BIGINT))";
            case DATE -> "(DATE '1970-01-01' + CAST(" + value + " AS INTEGER))";
            case DOUBLE, INT64, STRING -> "CAST(" + value + " AS BIGINT)";
        };
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// `function(a, b)`.
    static String call(String function, List<Term> arguments) {
        return arguments.stream().map(Term::sql).collect(Collectors.joining(", ", function + "(", ")"));
    }

    /// `(a operator b)`.
    static String infix(Term left, String operator, Term right) {
        return "(" + left.sql() + " " + operator + " " + right.sql() + ")";
    }

    /// A searched CASE; `values` has one more than `conditions`.
    static String cases(List<Term> conditions, List<Term> values) {
        StringBuilder sql = new StringBuilder("CASE");
        for (int i = 0; i < conditions.size(); i++) {
            sql.append(" WHEN ").append(conditions.get(i).sql());
            sql.append(" THEN ").append(values.get(i).sql());
        }
        return sql.append(" ELSE ")
                .append(values.get(conditions.size()).sql())
                .append(" END")
                .toString();
    }

    /// `value`, or NULL where it is infinite or not a number.
    static String finite(String value) {
        return once(value, v -> "CASE WHEN isfinite(" + v + ") THEN " + v + " END");
    }

    /// A whole number brought between -`limit` and `limit`.
    static String clamped(Term term, long limit) {
        return term.bound() <= limit
                ? term.sql()
                : once(
                        term.sql(),
                        v -> "CASE WHEN " + v + " IS NOT NULL THEN greatest(" + -limit + ", least(" + limit + ", " + v
                                + ")) END");
    }

    /// SQL that needs a value more than once: written again where it is short, else bound to a name.
    private static String once(String value, UnaryOperator<String> body) {
        return value.length() <= SHORT
                ? body.apply(value)
                : "list_transform([" + value + "], lambda v: " + body.apply("v") + ")[1]";
    }

    /// `value`, or NULL where computing it fails.
    static String tried(String value) {
        return "TRY(" + value + ")";
    }
}
