package dev.hansom.evaluate;

import dev.hansom.data.Stretch;
import dev.hansom.data.Stretches;
import dev.hansom.data.Window;
import dev.hansom.score.Scorer;
import java.util.ArrayList;
import java.util.List;

/// Collects how rule and model do on the same rows, in one pass, for a [Comparison].
///
/// A row without an answer of the rule, or of the model, is left out on both sides and counted.
/// Rows outside the windows are ignored. Threads: for one thread.
public final class Contest {
    private final Metric metric;
    private final Stretch stretch;
    private final List<Block> blocks = new ArrayList<>();
    private long ruleUnanswered;
    private long modelUnanswered;

    /// A contest over weeks, or other `windows`, which do not overlap and are in order of time.
    /// Errors: a metric that does not add up row by row is an [IllegalArgumentException].
    public Contest(Metric metric, List<Window> windows) {
        this(metric, Stretches.weeks(windows));
    }

    /// A contest over stretches of another kind than weeks.
    public Contest(Metric metric, Stretches stretches) {
        if (!metric.addsUp()) {
            throw new IllegalArgumentException(metric.slug() + " cannot decide (expected: a loss of each row)");
        }
        this.metric = metric;
        this.stretch = stretches.stretch();
        for (Window window : stretches.windows()) {
            if (!blocks.isEmpty() && blocks.getLast().window().end() > window.start()) {
                throw new IllegalArgumentException("windows that overlap or are out of order");
            }
            blocks.add(Block.empty(window));
        }
    }

    /// Both answer `rows`.
    public Contest add(LabelledRows rows, Scorer rule, Scorer model) {
        double[] ruleAnswers = Answers.of(rule, rows.columns());
        double[] modelAnswers = Answers.of(model, rows.columns());
        blocks.replaceAll(block -> block.plus(block(block.window(), rows, ruleAnswers, modelAnswers)));
        return this;
    }

    private Block block(Window window, LabelledRows rows, double[] ruleAnswers, double[] modelAnswers) {
        Losses.Sum rule = new Losses.Sum();
        Losses.Sum model = new Losses.Sum();
        double sum = 0;
        double squares = 0;
        int end = rows.before(window.end());
        for (int row = rows.before(window.start()); row < end; row++) {
            double truth = rows.truth(row);
            if (both(truth, ruleAnswers[row], modelAnswers[row])) {
                rule.add(ruleAnswers[row], truth);
                model.add(modelAnswers[row], truth);
                double difference = metric.loss(ruleAnswers[row], truth) - metric.loss(modelAnswers[row], truth);
                sum += difference;
                squares += difference * difference;
            }
        }
        return new Block(window, rule.losses(), model.losses(), sum, squares);
    }

    private boolean both(double truth, double ruleAnswer, double modelAnswer) {
        if (Double.isNaN(truth)) {
            return false;
        }
        if (Double.isNaN(ruleAnswer)) {
            ruleUnanswered++;
            return false;
        }
        if (Double.isNaN(modelAnswer)) {
            modelUnanswered++;
            return false;
        }
        return true;
    }

    /// What came out.
    public Comparison comparison() {
        return new Comparison(
                metric,
                stretch,
                blocks.stream().filter(block -> block.rows() > 0).toList(),
                blocks.stream()
                        .filter(block -> block.rows() == 0)
                        .map(Block::window)
                        .toList(),
                ruleUnanswered,
                modelUnanswered);
    }
}
