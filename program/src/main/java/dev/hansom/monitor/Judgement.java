package dev.hansom.monitor;

import dev.hansom.data.Window;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns what was measured into findings.
///
/// Threads: immutable.
record Judgement(Metric metric, String unit, double margin, Expected expected) {
    private static final double FALLBACK_AMBER = 0.01;
    private static final double FALLBACK_RED = 0.2;
    private static final double OUTSIDE_AMBER = 0.1;
    private static final double OUTSIDE_RED = 0.5;
    private static final double UNANSWERED_AMBER = 0.001;
    private static final double UNANSWERED_RED = 0.05;
    private static final double UNMATCHED_AMBER = 0.01;
    private static final double BROKEN_AMBER = 0.001;
    /// A loss that is worse than at the validation by less is ordinary.
    private static final double WORSE = 1.1;
    /// The model's loss alone worse by more than this is large.
    private static final double MUCH_WORSE = 1.25;
    /// Fewer days say too little about a window.
    private static final int LEAST_DAYS = 5;

    /// What is to be said about a window; `last` windows may still wait for their truths.
    List<Finding> window(Window span, Answered answered, List<Drift> drifts, Quality quality, int days, boolean last) {
        List<Finding> findings = new ArrayList<>();
        Optional<Window> window = Optional.of(span);
        drifts.forEach(drift -> drift(drift, window, findings));
        answered(answered, window, findings);
        if (quality.mature()) {
            losses(quality, drifts, window, findings);
            if (days >= LEAST_DAYS && quality.gain().high() < 0 && modelAnswers(answered)) {
                findings.add(ruleIsBetter(window, quality.gain()));
            }
        } else if (!last) {
            String text = "truths are known for " + Change.percent(quality.coverage())
                    + " of the answers only, too few to judge them";
            findings.add(counted(Status.AMBER, "truths", Statistic.COVERAGE, window, quality.coverage(), 0, text));
        }
        return findings;
    }

    /// What is to be said about all of the traffic.
    List<Finding> overall(Yardstick yardstick, Answered answered, Quality quality, Observed.Losses losses) {
        List<Finding> findings = new ArrayList<>();
        Interval gain = yardstick.gain();
        if (modelAnswers(answered) && gain.high() < 0) {
            findings.add(ruleIsBetter(Optional.empty(), gain));
        } else if (modelAnswers(answered) && gain.high() < margin) {
            String text = "the gain over the rule, " + interval(gain) + ", is below the margin of "
                    + Change.number(margin) + " " + unit;
            findings.add(new Finding(
                    Status.AMBER, "model", Statistic.GAIN, Optional.empty(), gain.mean(), margin, Double.NaN, text));
        }
        if (losses.dropped() > 0) {
            findings.add(lost(losses.dropped(), "rows were answered and not logged"));
        }
        if (losses.broken() > BROKEN_AMBER * answered.requests()) {
            findings.add(lost(losses.broken(), "lines of the logs cannot be read"));
        }
        double unmatched = (double) losses.unmatched() / Math.max(1, losses.unmatched() + quality.truths());
        if (unmatched > UNMATCHED_AMBER) {
            String text = Change.percent(unmatched) + " of the truths belong to no prediction in the log";
            findings.add(counted(
                    Status.AMBER, "truths", Statistic.UNMATCHED, Optional.empty(), unmatched, UNMATCHED_AMBER, text));
        }
        return findings;
    }

    private static void drift(Drift drift, Optional<Window> window, List<Finding> findings) {
        add(
                drift.missing(),
                drift,
                Statistic.MISSING,
                window,
                findings,
                "missing " + Change.percent(drift.missingBefore()) + " → " + Change.percent(drift.missingNow()));
        add(
                drift.newLevels(),
                drift,
                Statistic.NEW_LEVELS,
                window,
                findings,
                "values never seen before 0 % → "
                        + Change.percent(drift.newLevels().size()));
        add(drift.shape(), drift, Statistic.PSI, window, findings, drift.change());
    }

    private static void add(
            Measure measure,
            Drift drift,
            Statistic statistic,
            Optional<Window> window,
            List<Finding> findings,
            String text) {
        if (measure.status() != Status.GREEN) {
            findings.add(new Finding(
                    measure.status(),
                    drift.name(),
                    statistic,
                    window,
                    measure.size(),
                    measure.limit(),
                    measure.adjusted(),
                    drift.name() + ": " + text));
        }
    }

    private static void answered(Answered answered, Optional<Window> window, List<Finding> findings) {
        double all = Math.max(1, answered.requests());
        share(
                answered.fallbacks() / all,
                FALLBACK_AMBER,
                FALLBACK_RED,
                Statistic.FALLBACK,
                "model",
                "of the rows were answered by the rule for a model that could not",
                window,
                findings);
        share(
                answered.outsideKeep() / all,
                OUTSIDE_AMBER,
                OUTSIDE_RED,
                Statistic.OUTSIDE_KEEP,
                "keep",
                "of the rows are not what the project keeps",
                window,
                findings);
        share(
                answered.unanswered() / all,
                UNANSWERED_AMBER,
                UNANSWERED_RED,
                Statistic.UNANSWERED,
                "answers",
                "of the rows got no answer",
                window,
                findings);
    }

    private static void share(
            double share,
            double amber,
            double red,
            Statistic statistic,
            String about,
            String text,
            Optional<Window> window,
            List<Finding> findings) {
        if (share > amber) {
            Status status = share > red ? Status.RED : Status.AMBER;
            findings.add(counted(status, about, statistic, window, share, amber, Change.percent(share) + " " + text));
        }
    }

    private void losses(Quality quality, List<Drift> drifts, Optional<Window> window, List<Finding> findings) {
        boolean ruleWorse = worse(quality.rule(), expected.rule());
        boolean modelWorse = worse(quality.model(), expected.model());
        if (modelWorse && ruleWorse) {
            findings.add(loss(
                    Status.AMBER,
                    "world",
                    quality.model(),
                    expected.model(),
                    window,
                    "rule and model are both worse than at the validation: " + cause(drifts)));
        } else if (modelWorse) {
            boolean much = quality.model().value(metric) > MUCH_WORSE * expected.model();
            findings.add(loss(
                    much ? Status.RED : Status.AMBER,
                    "model",
                    quality.model(),
                    expected.model(),
                    window,
                    "the model alone is worse than at the validation: the model or what feeds it"));
        } else if (ruleWorse && !quality.model().known()) {
            findings.add(loss(
                    Status.AMBER,
                    "rule",
                    quality.rule(),
                    expected.rule(),
                    window,
                    "the rule is worse than at the validation"));
        }
    }

    /// Answers are worse together where their fields are broken, or where the world is another.
    private static String cause(List<Drift> drifts) {
        List<String> broken = drifts.stream()
                .filter(drift -> drift.subject() == Subject.FIELD && drift.status() == Status.RED)
                .map(Drift::name)
                .toList();
        return broken.isEmpty() ? "the world changed" : "look at " + String.join(", ", broken) + " first";
    }

    private boolean worse(Score score, double before) {
        return score.known() && score.daily().low() > WORSE * before && score.value(metric) > WORSE * before;
    }

    private Finding loss(
            Status status, String about, Score score, double before, Optional<Window> window, String text) {
        double now = score.value(metric);
        String figures = " (" + metric.slug() + " " + Change.number(before) + " → " + Change.number(now) + " "
                + metric.unit(unit) + ")";
        return new Finding(status, about, Statistic.LOSS, window, now, WORSE * before, Double.NaN, text + figures);
    }

    private Finding ruleIsBetter(Optional<Window> window, Interval gain) {
        String text = "the rule answers better: the gain over it is " + interval(gain);
        return new Finding(Status.RED, "model", Statistic.GAIN, window, gain.mean(), 0, Double.NaN, text);
    }

    private String interval(Interval gain) {
        return String.format(
                Locale.ROOT, "%.2f [%.2f, %.2f] %s", gain.mean(), gain.low(), gain.high(), metric.unit(unit));
    }

    private static boolean modelAnswers(Answered answered) {
        return answered.sources().getOrDefault("model", 0L) > 0;
    }

    private static Finding lost(long count, String text) {
        return counted(Status.AMBER, "log", Statistic.LOST, Optional.empty(), (double) count, 0, count + " " + text);
    }

    private static Finding counted(
            Status status,
            String about,
            Statistic statistic,
            Optional<Window> window,
            double size,
            double limit,
            String text) {
        return new Finding(status, about, statistic, window, size, limit, Double.NaN, text);
    }
}
