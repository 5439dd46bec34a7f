package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.List;
import java.util.Optional;

/// Which of several conditions is the first that is true; their number where none is.
///
/// Threads: immutable.
sealed interface Choice permits Bands, InTurn {
    int one(Columns columns, int row);

    /// The same for the rows of a block, from the start of `chosen`, and how often each is chosen: added to `counts`,
    /// which has one place more than there are conditions.
    void many(Block block, int[] chosen, int[] counts);

    static Choice of(List<Term> conditions) {
        Optional<Choice> bands = Bands.of(conditions);
        return bands.orElseGet(() -> new InTurn(conditions));
    }
}
