package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.expression.Stages;
import java.util.ArrayList;
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
    private final List<String> names;
    private final boolean[] whole;
    private final Stages stages;

    /// Errors: a feature that is text or a time is an [ExpressionException] that says so, and a name used twice an
    /// [IllegalArgumentException].
    public Encoder(Scope scope, List<Feature> features) {
        names = features.stream().map(Feature::name).toList();
        whole = new boolean[names.size()];
        List<Expression> expressions = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Scope wider = scope;
        for (Feature feature : features) {
            if (!seen.add(feature.name())) {
                throw new IllegalArgumentException("the feature " + feature.name() + " is there twice");
            }
            Expression expression = compile(feature, wider);
            whole[expressions.size()] = !expression.type().isNumeric();
            expressions.add(expression);
            wider = wider.withIfFree(feature.name(), expression);
        }
        stages = new Stages(wider, expressions);
    }

    /// The names in order.
    public List<String> names() {
        return names;
    }

    /// What encoding up to `rows` rows at once needs; for one thread at a time.
    public Stages.Room room(int rows) {
        return stages.room(rows);
    }

    /// Writes the features of row `row` to `into` from `offset`; a missing one is NaN. Nothing is allocated; `room` is
    /// one that [#room] made.
    public void encode(Columns columns, int row, Stages.Room room, float[] into, int offset) {
        room.compute(columns, row);
        for (int i = 0; i < whole.length; i++) {
            into[offset + i] = whole[i] ? whole(room.integer(i)) : finite((float) room.number(i));
        }
    }

    /// The features of all rows, row after row.
    public float[] encode(Columns columns) {
        float[] all = new float[Math.multiplyExact(columns.size(), whole.length)];
        encode(columns, 0, columns.size(), all, 0);
        return all;
    }

    /// Writes the features of `rows` rows from row `from` to `into` from `offset`, row after row.
    public void encode(Columns columns, int from, int rows, float[] into, int offset) {
        encode(columns, from, rows, room(rows), into, offset);
    }

    /// The same in a room of the caller's: the same numbers as row by row, calculated feature by feature.
    public void encode(Columns columns, int from, int rows, Stages.Room room, float[] into, int offset) {
        for (int done = 0; done < rows; done += room.capacity()) {
            int count = Math.min(room.capacity(), rows - done);
            room.compute(columns, from + done, count);
            for (int i = 0; i < whole.length; i++) {
                write(room, i, count, into, offset + done * whole.length + i);
            }
        }
    }

    private void write(Stages.Room room, int feature, int rows, float[] into, int offset) {
        int to = offset;
        if (whole[feature]) {
            long[] values = room.block().wholes();
            room.integers(feature, values);
            for (int row = 0; row < rows; row++, to += whole.length) {
                into[to] = whole(values[row]);
            }
            room.block().free(values);
        } else {
            double[] values = room.block().numbers();
            room.numbers(feature, values);
            for (int row = 0; row < rows; row++, to += whole.length) {
                into[to] = finite((float) values[row]);
            }
            room.block().free(values);
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
