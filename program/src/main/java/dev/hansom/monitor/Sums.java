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
        double truth = answer.truth();
        Losses ofRule = Losses.of(answer.rule(), truth);
        Losses ofModel = Losses.of(answer.model(), truth);
        answered = answered.plus(Losses.of(answer.prediction(), truth));
        constant = constant.plus(Losses.of(constantAnswer, truth));
        rule = rule.plus(ofRule);
        model = model.plus(ofModel);
        if (ofRule.rows() > 0 && ofModel.rows() > 0) {
            double gain = metric.loss(answer.rule(), truth) - metric.loss(answer.model(), truth);
            pairs = pairs.plus(new Day.Pairs(ofRule, ofModel, gain, gain * gain));
        }
    }

    Day day(LocalDate date) {
        return new Day(date, requests, truths, scored, answered, constant, rule, model, pairs);
    }
}
