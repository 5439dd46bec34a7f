package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Features compiled in a scope: the only place where a feature is computed, in training and online.
///
/// A feature may use earlier ones by their names where nothing else has such a name.
/// A feature is a float32: numbers rounded to it, days of a date, 0 or 1 of a boolean. What does not fit (an infinity,
/// or more than 3.4e38) is missing.
/// Threads: immutable.
public final class Encoder {
    /// So many rows are encoded feature by feature: what they read stays in the cache.
    private static final int CHUNK = 256;

    private final List<String> names;
    private final Expression[] expressions;
    private final boolean[] whole;

    /// Errors: a feature that is text or a time is an [ExpressionException] that says so, and a name used twice an
    /// [IllegalArgumentException].
    public Encoder(Scope scope, List<Feature> features) {
        names = features.stream().map(Feature::name).toList();
        expressions = new Expression[names.size()];
        whole = new boolean[names.size()];
        Set<String> seen = new LinkedHashSet<>();
        Scope wider = scope;
        for (int i = 0; i < expressions.length; i++) {
            Feature feature = features.get(i);
            if (!seen.add(feature.name())) {
                throw new IllegalArgumentException("the feature " + feature.name() + " is there twice");
            }
            expressions[i] = compile(feature, wider);
            wider = wider.withIfFree(feature.name(), expressions[i]);
            whole[i] = !expressions[i].type().isNumeric();
        }
    }

    /// The names in order.
    public List<String> names() {
        return names;
    }

    /// Writes the features of row `row` to `into` from `offset`; a missing one is NaN.
    public void encode(Columns columns, int row, float[] into, int offset) {
        for (int i = 0; i < expressions.length; i++) {
            into[offset + i] = whole[i]
                    ? whole(expressions[i].integer(columns, row))
                    : finite((float) expressions[i].number(columns, row));
        }
    }

    /// The features of all rows, row after row.
    public float[] encode(Columns columns) {
        float[] all = new float[Math.multiplyExact(columns.size(), expressions.length)];
        for (int from = 0; from < columns.size(); from += CHUNK) {
            int rows = Math.min(CHUNK, columns.size() - from);
            encode(columns, from, rows, all, from * expressions.length);
        }
        return all;
    }

    /// Writes the features of `rows` rows from row `from` to `into` from `offset`, row after row: the same numbers as
    /// row by row, calculated feature by feature, which is kinder to the processor.
    public void encode(Columns columns, int from, int rows, float[] into, int offset) {
        int width = expressions.length;
        for (int i = 0; i < width; i++) {
            Expression expression = expressions[i];
            int to = offset + i;
            if (whole[i]) {
                for (int row = from; row < from + rows; row++, to += width) {
                    into[to] = whole(expression.integer(columns, row));
                }
            } else {
                for (int row = from; row < from + rows; row++, to += width) {
                    into[to] = finite((float) expression.number(columns, row));
                }
            }
        }
    }

    private static Expression compile(Feature feature, Scope scope) {
        Expression expression = Named.compile("feature " + feature.name(), feature.expression(), scope);
        Type type = expression.type();
        if (type == Type.STRING || type == Type.TIMESTAMP) {
            String instead = type == Type.STRING
                    ? "a number or a condition, for example " + feature.expression() + " = 'a'"
                    : "a part of it, for example hour(" + feature.expression() + ")";
            throw new ExpressionException(
                    "feature " + feature.name() + ": " + type.text() + " (expected: " + instead + ")",
                    feature.expression(),
                    0);
        }
        return expression;
    }

    private static float whole(long value) {
        return value == Columns.NULL ? Float.NaN : value;
    }

    private static float finite(float value) {
        return Float.isInfinite(value) ? Float.NaN : value;
    }
}
