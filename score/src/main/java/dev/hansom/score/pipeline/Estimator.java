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
}
