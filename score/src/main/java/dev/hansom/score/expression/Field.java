package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;

/// A column of the rows that somebody gives, and the column that it is copied to.
record Field(int from, int to, Type type) {
    /// Copies row `row` to the first row of `columns`.
    void one(Columns given, int row, Columns columns) {
        switch (type) {
            case DOUBLE -> columns.set(to, 0, given.number(from, row));
            case STRING -> columns.set(to, 0, given.text(from, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.set(to, 0, given.integer(from, row));
        }
    }

    /// Copies the rows of a block to the first rows of `columns`.
    void many(Block given, Columns columns) {
        columns.copy(to, 0, given.columns(), from, given.from(), given.size());
    }
}
