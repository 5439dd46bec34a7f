package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A small fixed table from a key to a value, called in expressions like a function: `borough(PULocationID)`.
///
/// Keys are whole numbers (`Long`, key type INT64) or texts (`String`); values are texts (type STRING) or numbers
/// (`Double`, type DOUBLE). A missing or unlisted key answers `otherwise`, where null is a missing number. Printed into
/// SQL as a CASE.
/// Source of the table's rows is kept as text for reports.
/// Errors: a key or value of another type is an [IllegalArgumentException].
/// Threads: immutable.
public record Table(
        String name,
        Type key,
        Type type,
        Map<Object, Object> values,
        @Nullable Object otherwise,
        String source) {
    public Table {
        values = Map.copyOf(values);
        boolean text = type == Type.STRING;
        if ((key != Type.INT64 && key != Type.STRING) || (!text && type != Type.DOUBLE)) {
            throw new IllegalArgumentException("table " + name + ": from " + key.text() + " to " + type.text()
                    + " (expected: from int64 or string to string or double)");
        }
        Class<?> keys = key == Type.INT64 ? Long.class : String.class;
        Class<?> answers = text ? String.class : Double.class;
        values.forEach((one, value) -> {
            if (!keys.isInstance(one) || !answers.isInstance(value)) {
                throw new IllegalArgumentException("table " + name + ": " + one + " and " + value + " (expected: "
                        + key.text() + " and " + type.text() + ")");
            }
        });
        if (otherwise == null ? text : !answers.isInstance(otherwise)) {
            throw new IllegalArgumentException(
                    "table " + name + ": otherwise " + otherwise + " (expected: " + type.text() + ")");
        }
    }

    /// From whole numbers to texts.
    public Table(String name, Map<Long, String> values, String otherwise, String source) {
        this(name, Type.INT64, Type.STRING, Map.copyOf(values), otherwise, source);
    }

    /// The same with these rows.
    public Table with(Map<Object, Object> rows) {
        return new Table(name, key, type, rows, otherwise, source);
    }

    /// The rows in the order of their keys.
    public Map<Object, Object> sorted() {
        return new TreeMap<>(values);
    }

    /// What a missing or unlisted key answers, as a number.
    double otherwiseNumber() {
        return otherwise instanceof Double number ? number : Double.NaN;
    }

    /// What a missing or unlisted key answers, as a text.
    String otherwiseText() {
        return String.valueOf(otherwise);
    }
}
