package dev.hansom.evaluate;

import dev.hansom.data.Blocks;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;

/// Rows whose truth is known, with the places of their time and their target.
///
/// Shape: `time` is a `TIMESTAMP` column, `target` a `DOUBLE` column; rows are in order of time.
/// Errors: a column of another type is an [IllegalArgumentException].
/// Threads: safe to read from many threads once nobody writes to the columns.
public record LabelledRows(Columns columns, int time, int target) {
    public LabelledRows {
        expect(columns, time, Type.TIMESTAMP);
        expect(columns, target, Type.DOUBLE);
    }

    /// The rows with their time and target by name.
    public static LabelledRows of(Columns columns, String time, String target) {
        return new LabelledRows(
                columns, columns.schema().index(time), columns.schema().index(target));
    }

    /// How many rows.
    public int size() {
        return columns.size();
    }

    /// What the row is about, in wall-clock microseconds.
    public long at(int row) {
        return columns.integer(time, row);
    }

    /// What turned out; NaN where unknown.
    public double truth(int row) {
        return columns.number(target, row);
    }

    /// How many rows are strictly earlier than `moment`, in wall-clock microseconds.
    public int before(long moment) {
        return Blocks.first(columns, time, moment);
    }

    /// A copy of the rows from `from` up to but without `to`.
    public LabelledRows range(int from, int to) {
        Columns copy = new Columns(columns.schema(), to - from);
        for (int row = from; row < to; row++) {
            copy.appendFrom(columns, row);
        }
        return new LabelledRows(copy, time, target);
    }

    /// A copy of the rows in `window`.
    public LabelledRows within(Window window) {
        return new LabelledRows(Blocks.slice(columns, time, window), time, target);
    }

    private static void expect(Columns columns, int index, Type type) {
        if (index < 0 || index >= columns.schema().size() || columns.schema().type(index) != type) {
            throw new IllegalArgumentException("column " + index + " (expected: a " + type.text() + " column)");
        }
    }
}
