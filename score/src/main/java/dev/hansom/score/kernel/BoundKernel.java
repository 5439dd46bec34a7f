package dev.hansom.score.kernel;

import dev.hansom.score.Columns;

/// A [Kernel] with everything compiled that it needs to answer rows.
///
/// Threads: implementations are immutable.
public interface BoundKernel {
    /// How many numbers an answer has.
    default int outputs() {
        return 1;
    }

    /// Writes the [#outputs()] numbers of the answer for row `row` to `into` from `at`.
    default void answers(Columns columns, int row, double[] into, int at) {
        into[at] = answer(columns, row);
    }

    /// The answer for row `row`, the first of its numbers; NaN or an infinity where there is none.
    double answer(Columns columns, int row);

    /// What each feature added to the sum behind each number of the answer: the features in order, then the
    /// bias.
    /// Errors: [IllegalStateException] where there are no features, or nothing known to calculate it from.
    double[] contributions(Columns columns, int row);

    /// The answers for all rows.
    default double[] answer(Columns columns) {
        double[] answers = new double[columns.size()];
        for (int row = 0; row < answers.length; row++) {
            answers[row] = answer(columns, row);
        }
        return answers;
    }
}
