package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import org.jspecify.annotations.Nullable;

/// A column that is computed by a term: over columns before it, or (`ofGiven`) over the rows that somebody gave.
///
/// Threads: immutable.
final class Stage {
    private final int column;
    private final Term term;
    private final boolean ofGiven;
    private final @Nullable Numbers numbers;
    private final @Nullable Wholes wholes;

    Stage(int column, Term term, boolean ofGiven) {
        this.column = column;
        this.term = term;
        this.ofGiven = ofGiven;
        this.numbers = term.isNumber() ? term.numbers() : null;
        this.wholes = term.isWhole() ? term.wholes() : null;
    }

    /// Computes the first row of `columns`; `given` has the row in its row `row`.
    void one(Columns columns, Columns given, int row) {
        Columns from = ofGiven ? given : columns;
        int at = ofGiven ? row : 0;
        if (wholes != null) {
            columns.set(column, 0, wholes.at(from, at));
        } else if (numbers != null) {
            columns.set(column, 0, numbers.at(from, at));
        } else {
            columns.set(column, 0, term.texts().at(from, at));
        }
    }

    /// Computes the rows of `block`, which are the first ones; `given` has them too.
    void many(Block block, Block given) {
        Block from = ofGiven ? given : block;
        if (wholes != null) {
            long[] values = from.wholes();
            term.manyWholes().into(from, values);
            block.columns().set(column, 0, values, block.size());
            from.free(values);
        } else if (numbers != null) {
            double[] values = from.numbers();
            term.manyNumbers().into(from, values);
            block.columns().set(column, 0, values, block.size());
            from.free(values);
        } else {
            @Nullable String[] values = from.texts();
            term.manyTexts().into(from, values);
            block.columns().set(column, 0, values, block.size());
            from.free(values);
        }
    }
}
