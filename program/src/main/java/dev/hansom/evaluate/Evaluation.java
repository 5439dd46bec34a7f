package dev.hansom.evaluate;

/// One scorer, one period, one metric: a line of the ladder.
///
/// `scorer` is `constant`, `rule` or `model`; `period` is a month (`2021-02`) or what else was scored;
/// `rows` is how many rows the value is over. Unit: that of [Metric#unit]. Threads: immutable.
public record Evaluation(String scorer, String period, Metric metric, double value, long rows) {
    /// The metric of `losses`.
    public static Evaluation of(String scorer, String period, Metric metric, Losses losses) {
        return new Evaluation(scorer, period, metric, losses.value(metric), losses.rows());
    }
}
