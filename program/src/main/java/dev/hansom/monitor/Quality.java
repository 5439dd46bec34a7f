package dev.hansom.monitor;

import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import java.util.List;
import java.util.Optional;

/// How good the answers of some days were, as far as the truths are known.
///
/// `coverage` is the share of answers whose truth is known; below the project's limit the days are not `mature`: truths
/// that come early are not like the others, so nothing is judged yet. `gain` is the mean over days of the loss of the
/// rule minus the loss of the model, on the `compared` rows that both answered; its interval is at 99 %.
/// Threads: immutable.
public record Quality(
        long requests,
        long truths,
        long scored,
        double coverage,
        boolean mature,
        Optional<Lag> lag,
        Score answered,
        Score rule,
        Score model,
        long compared,
        Interval gain,
        double gainPerRow) {
    /// A window is one of many, so it has to be surer than all of the traffic together.
    private static final double WINDOW_LEVEL = 0.99;

    static Quality of(List<Day> days, List<Long> lags, Metric metric, double coverageLimit) {
        long requests = days.stream().mapToLong(Day::requests).sum();
        long truths = days.stream().mapToLong(Day::truths).sum();
        Day.Pairs pairs = days.stream().map(Day::pairs).reduce(Day.Pairs.NONE, Day.Pairs::plus);
        double coverage = requests == 0 ? 0 : (double) truths / requests;
        List<Double> gains = days.stream()
                .map(Day::pairs)
                .filter(day -> day.rows() > 0)
                .map(day -> day.gain() / day.rows())
                .toList();
        return new Quality(
                requests,
                truths,
                days.stream().mapToLong(Day::scored).sum(),
                coverage,
                truths > 0 && coverage >= coverageLimit,
                lags.isEmpty() ? Optional.empty() : Optional.of(Lag.of(lags)),
                Score.of(days.stream().map(Day::answered).toList(), metric),
                Score.of(days.stream().map(Day::rule).toList(), metric),
                Score.of(days.stream().map(Day::model).toList(), metric),
                pairs.rows(),
                Interval.ofMeans(gains, WINDOW_LEVEL),
                pairs.gain() / pairs.rows());
    }
}
