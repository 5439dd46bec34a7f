package dev.hansom.score;

import dev.hansom.score.expression.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one [Schema], held column by column in primitive arrays that grow.
///
/// A row is an index. `DOUBLE` columns are read by [#number], `STRING` columns by [#text], all others by
/// [#integer]; reading a column as another kind is a [ClassCastException].
/// Missing values: NaN, null and [#NULL] (see [Type]).
/// Threads: safe to read from many threads once nobody writes.
public final class Columns {
    /// The missing value of every type that is held in a `long`.
    public static final long NULL = Long.MIN_VALUE;

    private final Schema schema;
    private final Object[] data;
    private int capacity;
    private int size;

    /// No rows yet, room for `capacity` before the arrays grow.
    public Columns(Schema schema, int capacity) {
        this.schema = schema;
        this.capacity = Math.max(1, capacity);
        this.data = new Object[schema.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = switch (schema.type(i)) {
                case DOUBLE -> new double[this.capacity];
                case STRING -> new String[this.capacity];
                case INT64, TIMESTAMP, DATE, BOOLEAN -> new long[this.capacity];
            };
        }
    }

    private Columns(Schema schema, Object[] data, int capacity, int size) {
        this.schema = schema;
        this.data = data;
        this.capacity = capacity;
        this.size = size;
    }

    /// What the rows look like.
    public Schema schema() {
        return schema;
    }

    /// How many rows.
    public int size() {
        return size;
    }

    /// Adds a row with every value missing and returns its index.
    public int append() {
        if (size == capacity) {
            grow();
        }
        int row = size++;
        for (int i = 0; i < data.length; i++) {
            setNull(i, row);
        }
        return row;
    }

    /// Adds `count` rows with every value missing and returns the index of the first.
    public int append(int count) {
        int first = size;
        while (capacity - size < count) {
            grow();
        }
        size += count;
        for (int i = 0; i < data.length; i++) {
            switch (schema.type(i)) {
                case DOUBLE -> Arrays.fill((double[]) data[i], first, size, Double.NaN);
                case STRING -> Arrays.fill((String[]) data[i], first, size, null);
                case INT64, TIMESTAMP, DATE, BOOLEAN -> Arrays.fill((long[]) data[i], first, size, NULL);
            }
        }
        return first;
    }

    /// Removes all rows and keeps the arrays.
    public void clear() {
        size = 0;
    }

    /// The value of a `DOUBLE` column; NaN where missing.
    public double number(int column, int row) {
        return ((double[]) data[column])[row];
    }

    /// The value of an `INT64`, `TIMESTAMP`, `DATE` or `BOOLEAN` column; [#NULL] where missing.
    public long integer(int column, int row) {
        return ((long[]) data[column])[row];
    }

    /// The value of a `STRING` column; null where missing.
    public @Nullable String text(int column, int row) {
        return ((String[]) data[column])[row];
    }

    /// Copies `count` values of a `DOUBLE` column from row `row` to the start of `into`.
    public void numbers(int column, int row, double[] into, int count) {
        System.arraycopy((double[]) data[column], row, into, 0, count);
    }

    /// Copies `count` values of an `INT64`, `TIMESTAMP`, `DATE` or `BOOLEAN` column from row `row` to the start of
    /// `into`.
    public void integers(int column, int row, long[] into, int count) {
        System.arraycopy((long[]) data[column], row, into, 0, count);
    }

    /// Copies `count` values of a `STRING` column from row `row` to the start of `into`.
    public void texts(int column, int row, @Nullable String[] into, int count) {
        System.arraycopy((String[]) data[column], row, into, 0, count);
    }

    /// Whether the value is missing, whatever the type.
    public boolean isNull(int column, int row) {
        return switch (schema.type(column)) {
            case DOUBLE -> Double.isNaN(number(column, row));
            case STRING -> text(column, row) == null;
            case INT64, TIMESTAMP, DATE, BOOLEAN -> integer(column, row) == NULL;
        };
    }

    /// Sets a `DOUBLE` value; NaN is missing.
    public void set(int column, int row, double value) {
        ((double[]) data[column])[row] = value;
    }

    /// Sets an `INT64`, `TIMESTAMP`, `DATE` or `BOOLEAN` value; [#NULL] is missing.
    public void set(int column, int row, long value) {
        ((long[]) data[column])[row] = value;
    }

    /// Sets a `STRING` value; null is missing.
    public void set(int column, int row, @Nullable String value) {
        ((@Nullable String[]) data[column])[row] = value;
    }

    /// Sets `count` values of a `DOUBLE` column from row `row`.
    public void set(int column, int row, double[] values, int count) {
        System.arraycopy(values, 0, (double[]) data[column], row, count);
    }

    /// Sets `count` values of an `INT64`, `TIMESTAMP`, `DATE` or `BOOLEAN` column from row `row`.
    public void set(int column, int row, long[] values, int count) {
        System.arraycopy(values, 0, (long[]) data[column], row, count);
    }

    /// Sets `count` values of a `STRING` column from row `row`.
    public void set(int column, int row, @Nullable String[] values, int count) {
        System.arraycopy(values, 0, (@Nullable String[]) data[column], row, count);
    }

    /// Copies `count` values of a column of `other`, from its row `otherRow`, to the rows of a column of the same kind
    /// from `row`. Errors: [ArrayStoreException] for another kind.
    public void copy(int column, int row, Columns other, int otherColumn, int otherRow, int count) {
        System.arraycopy(other.data[otherColumn], otherRow, data[column], row, count);
    }

    /// Makes the value missing, whatever the type.
    public void setNull(int column, int row) {
        switch (schema.type(column)) {
            case DOUBLE -> set(column, row, Double.NaN);
            case STRING -> set(column, row, (String) null);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> set(column, row, NULL);
        }
    }

    /// The same rows seen through `wanted`: its columns found by their names, shared and not copied; columns
    /// that
    /// it has not are left out. Rows appended later are not seen.
    /// Errors: columns that are not there or have another type are an [IllegalArgumentException], all at once.
    public Columns through(Schema wanted) {
        List<String> problems = new ArrayList<>();
        Object[] shared = new Object[wanted.size()];
        for (int i = 0; i < shared.length; i++) {
            int index = schema.index(wanted.name(i));
            if (index < 0) {
                problems.add("no column " + wanted.name(i) + " (expected: "
                        + wanted.type(i).text() + ")"
                        + Nearest.to(wanted.name(i), schema.names())
                                .map(near -> "; is it " + near + "?")
                                .orElse(""));
            } else if (schema.type(index) != wanted.type(i)) {
                problems.add("column " + wanted.name(i) + ": "
                        + schema.type(index).text() + " (expected: "
                        + wanted.type(i).text() + ")");
            } else {
                shared[i] = data[index];
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Columns(wanted, shared, capacity, size);
    }

    /// A copy of the rows `indexes`, in that order.
    public Columns select(int[] indexes) {
        Columns copy = new Columns(schema, indexes.length);
        for (int index : indexes) {
            copy.appendFrom(this, index);
        }
        return copy;
    }

    /// Appends row `row` of `other`, which has the same schema.
    public void appendFrom(Columns other, int row) {
        int to = append();
        for (int i = 0; i < data.length; i++) {
            switch (schema.type(i)) {
                case DOUBLE -> set(i, to, other.number(i, row));
                case STRING -> set(i, to, other.text(i, row));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> set(i, to, other.integer(i, row));
            }
        }
    }

    private void grow() {
        capacity = Math.multiplyExact(capacity, 2);
        for (int i = 0; i < data.length; i++) {
            data[i] = switch (schema.type(i)) {
                case DOUBLE -> Arrays.copyOf((double[]) data[i], capacity);
                case STRING -> Arrays.copyOf((String[]) data[i], capacity);
                case INT64, TIMESTAMP, DATE, BOOLEAN -> Arrays.copyOf((long[]) data[i], capacity);
            };
        }
    }
}
