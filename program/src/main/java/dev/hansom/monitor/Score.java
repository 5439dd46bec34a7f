package dev.hansom.monitor;

import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import java.util.List;

/// How well one scorer did over some days: its losses, and the interval of the daily means of the deciding metric.
///
/// Days are the blocks: the answers of a day are wrong together. Threads: immutable.
public record Score(Losses losses, Interval daily) {
    static Score of(List<Losses> days, Metric metric) {
        List<Double> means = days.stream()
                .filter(day -> day.rows() > 0)
                .map(day -> day.value(metric))
                .toList();
        return new Score(days.stream().reduce(Losses.NONE, Losses::plus), Interval.ofMeans(means, 0.95));
    }

    /// The metric over all rows; NaN where there are none.
    public double value(Metric metric) {
        return losses.value(metric);
    }

    /// Whether there is anything to judge.
    public boolean known() {
        return losses.rows() > 0;
    }
}
