package dev.hansom.evaluate;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;

/// Copies rows into rows with fewer columns, by name.
///
/// Errors: a column that is not given, or of another type, is an [IllegalArgumentException].
/// Threads: immutable.
public final class Projection {
    private final Schema wanted;
    private final int[] sources;

    /// From rows of `given` to rows of `wanted`.
    public Projection(Schema given, Schema wanted) {
        this.wanted = wanted;
        this.sources = new int[wanted.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = given.index(wanted.name(i));
            if (sources[i] < 0 || given.type(sources[i]) != wanted.type(i)) {
                throw new IllegalArgumentException("column " + wanted.name(i) + " is not in the rows (expected: "
                        + wanted.type(i).text() + ")");
            }
        }
    }

    /// All rows.
    public Columns of(Columns rows) {
        Columns copy = new Columns(wanted, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            append(rows, row, copy);
        }
        return copy;
    }

    /// Appends row `row` of `from` to `to`.
    public void append(Columns from, int row, Columns to) {
        int into = to.append();
        for (int i = 0; i < sources.length; i++) {
            switch (wanted.type(i)) {
                case DOUBLE -> to.set(i, into, from.number(sources[i], row));
                case STRING -> to.set(i, into, from.text(sources[i], row));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> to.set(i, into, from.integer(sources[i], row));
            }
        }
    }
}
