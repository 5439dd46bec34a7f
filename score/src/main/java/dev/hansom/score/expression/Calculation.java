package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.Set;

/// A number calculated from a row outside the expression language, under a name in a [Scope]: a bound lookup.
///
/// Threads: immutable.
public interface Calculation {
    /// The value for row `row`; NaN where there is none.
    double number(Columns columns, int row);

    /// The columns it reads.
    Set<String> columns();
}
