package dev.hansom.score;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One typed row of a [Schema], every value missing until it is set.
///
/// Errors: an unknown column or a value of another kind is an [IllegalArgumentException] that names both.
/// Threads: not safe for writing; one row a thread.
public final class Row {
    private final Columns columns;

    /// A row with every value missing.
    public Row(Schema schema) {
        columns = new Columns(schema, 1);
        columns.append();
    }

    /// The row as columns of one row; changes with the row.
    public Columns columns() {
        return columns;
    }

    /// Sets a number; for an `INT64` column it must be whole.
    public Row set(String column, double value) {
        int index = index(column);
        switch (columns.schema().type(index)) {
            case DOUBLE -> columns.set(index, 0, value);
            case INT64 -> columns.set(index, 0, whole(column, value));
            default -> throw refuse(column, "a number");
        }
        return this;
    }

    /// Sets a whole number, wall-clock microseconds, days, or 0 and 1, as the column's type has it.
    public Row set(String column, long value) {
        int index = index(column);
        switch (columns.schema().type(index)) {
            case DOUBLE -> columns.set(index, 0, (double) value);
            case STRING -> throw refuse(column, "a whole number");
            case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.set(index, 0, value);
        }
        return this;
    }

    /// Sets text.
    public Row set(String column, @Nullable String value) {
        int index = index(column);
        if (columns.schema().type(index) != Type.STRING) {
            throw refuse(column, "text");
        }
        columns.set(index, 0, value);
        return this;
    }

    /// Makes every value missing again.
    public Row clear() {
        columns.clear();
        columns.append();
        return this;
    }

    private int index(String column) {
        int index = columns.schema().index(Objects.requireNonNull(column));
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " (expected one of: "
                    + String.join(", ", columns.schema().names()) + ")");
        }
        return index;
    }

    private static long whole(String column, double value) {
        if (Double.isNaN(value)) {
            return Columns.NULL;
        }
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            throw new IllegalArgumentException("column " + column + ": a fraction (expected: a whole number)");
        }
        return (long) value;
    }

    private IllegalArgumentException refuse(String column, String given) {
        String type = columns.schema().type(columns.schema().index(column)).text();
        return new IllegalArgumentException("column " + column + ": " + given + " (expected: " + type + ")");
    }
}
