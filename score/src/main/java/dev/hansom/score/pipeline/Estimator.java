package dev.hansom.score.pipeline;

/// The end of a pipeline: what answers prepared numbers.
///
/// Threads: implementations are immutable.
public interface Estimator {
    /// How many numbers it reads.
    int width();

    /// How many numbers an answer has.
    int outputs();

    /// The answers for `rows` rows that stand in `features` row after row, to `into` row after row.
    void answers(double[] features, int rows, double[] into);

    /// Whether it can be asked with [Sparse] rows, and answers the same to the bit.
    default boolean takesSparse() {
        return false;
    }

    /// The answer for a row that is given as its numbers other than 0, to `into` from `at`.
    default void answer(Sparse row, double[] into, int at) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " reads whole rows");
    }
}
