package dev.hansom.score;

import dev.hansom.score.expression.Nearest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// One typed row of a [Schema], every value missing until it is set. It is made to be used again: nothing is
/// boxed,
/// and setting allocates nothing.
///
/// A column is named, or given by the number that [#column] answers once.
/// Errors: an unknown column or a value of another kind is an [IllegalArgumentException] that names both.
/// Threads: not safe for writing; one row a thread.
public final class Row {
    private final Columns columns;
    private final ZoneId zone;

    /// A row with every value missing; an [Instant] is taken as UTC.
    public Row(Schema schema) {
        this(schema, ZoneOffset.UTC);
    }

    /// A row with every value missing, whose times are shown by the clocks of `zone`.
    public Row(Schema schema, ZoneId zone) {
        this.columns = new Columns(schema, 1);
        this.zone = zone;
        columns.append();
    }

    /// The row as columns of one row; changes with the row.
    public Columns columns() {
        return columns;
    }

    /// The number of a column, to set it by.
    public int column(String column) {
        int index = columns.schema().index(column);
        if (index < 0) {
            throw unknown(column, columns.schema());
        }
        return index;
    }

    /// Sets a number; for an `INT64` column it must be whole.
    public Row set(String column, double value) {
        return set(column(column), value);
    }

    /// Sets a whole number, wall-clock microseconds, days, or 0 and 1, as the column's type has it.
    public Row set(String column, long value) {
        return set(column(column), value);
    }

    /// Sets text.
    public Row set(String column, @Nullable String value) {
        return set(column(column), value);
    }

    /// Sets true or false.
    public Row set(String column, boolean value) {
        return set(column(column), value);
    }

    /// Sets a wall-clock time.
    public Row set(String column, @Nullable LocalDateTime value) {
        return set(column(column), value);
    }

    /// Sets a moment: the wall-clock time then.
    public Row set(String column, @Nullable Instant value) {
        return set(column(column), value);
    }

    /// Sets a date.
    public Row set(String column, @Nullable LocalDate value) {
        return set(column(column), value);
    }

    /// As by name.
    public Row set(int column, double value) {
        switch (columns.schema().type(column)) {
            case DOUBLE -> columns.set(column, 0, value);
            case INT64 -> columns.set(column, 0, whole(column, value));
            default -> throw refuse(column, "a number");
        }
        return this;
    }

    /// As by name.
    public Row set(int column, long value) {
        switch (columns.schema().type(column)) {
            case DOUBLE -> columns.set(column, 0, (double) value);
            case STRING -> throw refuse(column, "a whole number");
            case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.set(column, 0, value);
        }
        return this;
    }

    /// As by name.
    public Row set(int column, @Nullable String value) {
        columns.set(expect(column, Type.STRING, "text"), 0, value);
        return this;
    }

    /// As by name.
    public Row set(int column, boolean value) {
        columns.set(expect(column, Type.BOOLEAN, "true or false"), 0, value ? 1L : 0L);
        return this;
    }

    /// As by name.
    public Row set(int column, @Nullable LocalDateTime value) {
        columns.set(expect(column, Type.TIMESTAMP, "a time"), 0, value == null ? Columns.NULL : Times.micros(value));
        return this;
    }

    /// As by name.
    public Row set(int column, @Nullable Instant value) {
        columns.set(
                expect(column, Type.TIMESTAMP, "a moment"),
                0,
                value == null ? Columns.NULL : Times.micros(value, zone));
        return this;
    }

    /// As by name.
    public Row set(int column, @Nullable LocalDate value) {
        columns.set(expect(column, Type.DATE, "a date"), 0, value == null ? Columns.NULL : value.toEpochDay());
        return this;
    }

    /// Makes a value missing.
    public Row setMissing(String column) {
        columns.setNull(column(column), 0);
        return this;
    }

    /// Makes every value missing again.
    public Row clear() {
        columns.clear();
        columns.append();
        return this;
    }

    static IllegalArgumentException unknown(String column, Schema schema) {
        return new IllegalArgumentException("no column " + column + hint(column, schema));
    }

    /// "; did you mean miles?", or all names.
    static String hint(String wrong, Schema schema) {
        return Nearest.to(wrong, schema.names())
                .map(near -> "; did you mean " + near + "?")
                .orElse(" (expected: one of " + String.join(", ", schema.names()) + ")");
    }

    private int expect(int column, Type type, String given) {
        if (columns.schema().type(column) != type) {
            throw refuse(column, given);
        }
        return column;
    }

    private long whole(int column, double value) {
        if (Double.isNaN(value)) {
            return Columns.NULL;
        }
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            throw refuse(column, "a fraction");
        }
        return (long) value;
    }

    private IllegalArgumentException refuse(int column, String given) {
        Schema schema = columns.schema();
        return new IllegalArgumentException("column " + schema.name(column) + ": " + given + " (expected: "
                + FieldBinding.expected(schema.type(column)) + ")");
    }
}
