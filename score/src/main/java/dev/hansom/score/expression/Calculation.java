package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A number calculated from a row outside the expression language, under a name in a [Scope]: a bound lookup.
///
/// Threads: immutable.
public interface Calculation {
    /// The value for row `row`; NaN where there is none.
    double number(Columns columns, int row);

    /// The values for the rows of a block.
    default void numbers(Block block, double[] into) {
        for (int i = 0; i < block.size(); i++) {
            into[i] = number(block.columns(), block.from() + i);
        }
    }

    /// The columns it reads.
    Set<String> columns();

    /// The same calculation over other columns, if it reads them through keys alone: each key replaced by what `keys`
    /// makes of it.
    default Optional<Calculation> with(UnaryOperator<Key> keys) {
        return Optional.empty();
    }
}
