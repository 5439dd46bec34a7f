package dev.hansom.check;

import dev.hansom.project.Checks.RowCheck;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.Arrays;

/// A condition of the project's checks, and the rows of each period that break it.
///
/// Threads: for one thread.
final class RowFacts {
    final RowCheck check;
    private final Expression compiled;
    private final Examples[] broken;
    private final long[] judged;

    RowFacts(RowCheck check, Scope scope, int periods) {
        this.check = check;
        this.compiled = Expression.compile(check.expression(), scope);
        this.broken = new Examples[periods];
        Arrays.setAll(broken, i -> new Examples());
        this.judged = new long[periods];
    }

    /// Judges a row; what is null is not judged.
    void add(Columns rows, int row, int period, String file, long place) {
        long value = compiled.integer(rows, row);
        if (value != Columns.NULL) {
            judged[period]++;
            if (value == 0) {
                broken[period].add(file, place);
            }
        }
    }

    /// The rows of a period that break it, out of those judged.
    Evidence broken(int period) {
        return broken[period].of(judged[period]);
    }
}
