package dev.hansom.learn;

import dev.hansom.project.LookupPlan;
import dev.hansom.project.Statistic;
import java.util.Arrays;
import java.util.List;

/// Chooses how strongly a lookup shrinks, on past rows: stretches of time (whole groups, where there are groups) are
/// answered from the others with each of a few strengths, and the strength with the least loss wins, the weaker one of
/// equals.
///
/// The loss is the one that the statistic minimises: squares for a mean or ratio, absolute for a median, tilted for a
/// quantile. Source: Stone, Cross-validatory choice, 1974, with contiguous folds.
final class Strengths {
    private static final double[] CHOICES = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final int STRETCHES = 5;

    private final LookupPlan plan;
    private final Rows rows;
    private final List<Rows.Keyed> levels;

    Strengths(LookupPlan plan, Rows rows, List<Rows.Keyed> levels) {
        this.plan = plan;
        this.rows = rows;
        this.levels = levels;
    }

    double best(Past past) {
        if (plan.measure().statistic() == Statistic.COUNT) {
            return 0;
        }
        double[] losses = new double[CHOICES.length];
        Folds folds = folds(past);
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            add(past.part(folds.others(stretch)), past.part(folds.rows(stretch)), losses);
        }
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return CHOICES[best];
    }

    /// Of the places in `past`.
    private Folds folds(Past past) {
        if (!rows.isGrouped()) {
            return Folds.stretches(past.size(), STRETCHES);
        }
        Folds all = rows.folds(STRETCHES);
        return new Folds(Arrays.stream(past.rows()).map(row -> all.of()[row]).toArray(), STRETCHES);
    }

    private void add(Past known, Past asked, double[] losses) {
        double overall = known.overall(plan.measure());
        List<Groups> groups =
                levels.stream().map(level -> known.group(plan.measure(), level)).toList();
        for (int i = 0; i < asked.size(); i++) {
            for (int choice = 0; choice < CHOICES.length; choice++) {
                double answer = overall;
                for (int level = levels.size() - 1; level >= 0; level--) {
                    int id = levels.get(level).ids()[asked.rows()[i]];
                    if (groups.get(level).knows(id, plan.least())) {
                        double count = groups.get(level).counts()[id];
                        answer = (count * groups.get(level).statistics()[id] + CHOICES[choice] * answer)
                                / (count + CHOICES[choice]);
                    }
                }
                double error = asked.values()[i] - answer * asked.denominators()[i];
                losses[choice] += Double.isNaN(error) ? 0 : loss(error);
            }
        }
    }

    private double loss(double error) {
        return switch (plan.measure().statistic()) {
            case MEAN, RATIO, COUNT -> error * error;
            case MEDIAN, QUANTILE ->
                Math.max(plan.measure().level() * error, (plan.measure().level() - 1) * error);
        };
    }
}
