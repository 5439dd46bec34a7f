package dev.hansom.monitor;

import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import java.time.LocalDate;

/// A day in the making. Threads: for one thread.
final class Sums {
    private final Metric metric;
    private final double constantAnswer;
    private long requests;
    private long truths;
    private long scored;
    private Losses answered = Losses.NONE;
    private Losses constant = Losses.NONE;
    private Losses rule = Losses.NONE;
    private Losses model = Losses.NONE;
    private Day.Pairs pairs = Day.Pairs.NONE;

    Sums(Metric metric, double constantAnswer) {
        this.constantAnswer = constantAnswer;
        this.metric = metric;
    }

    /// One answer; `counts` says whether its truth is of the kind that is scored.
    void add(Observed.Answer answer, boolean counts) {
        requests++;
        if (Double.isNaN(answer.truth())) {
            return;
        }
        truths++;
        if (!counts) {
            return;
        }
        scored++;
        double ofRule = answer.rule() - answer.truth();
        double ofModel = answer.model() - answer.truth();
        answered = answered.plus(loss(answer.prediction() - answer.truth()));
        constant = constant.plus(loss(constantAnswer - answer.truth()));
        rule = rule.plus(loss(ofRule));
        model = model.plus(loss(ofModel));
        if (!Double.isNaN(ofRule) && !Double.isNaN(ofModel)) {
            double gain = metric.loss(ofRule) - metric.loss(ofModel);
            pairs = pairs.plus(new Day.Pairs(loss(ofRule), loss(ofModel), gain, gain * gain));
        }
    }

    Day day(LocalDate date) {
        return new Day(date, requests, truths, scored, answered, constant, rule, model, pairs);
    }

    private static Losses loss(double error) {
        return Double.isNaN(error) ? new Losses(0, 1, 0, 0) : new Losses(1, 0, Math.abs(error), error * error);
    }
}
