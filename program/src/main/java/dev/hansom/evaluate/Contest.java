package dev.hansom.evaluate;

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
    private final List<Block> blocks = new ArrayList<>();
    private long ruleUnanswered;
    private long modelUnanswered;

    /// A contest over `windows`, which do not overlap and are in order of time.
    /// Errors: a metric that does not add up row by row is an [IllegalArgumentException].
    public Contest(Metric metric, List<Window> windows) {
        if (!metric.addsUp()) {
            throw new IllegalArgumentException(metric.slug() + " cannot decide (expected: mae or mse)");
        }
        this.metric = metric;
        for (Window window : windows) {
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
            double ruleError = ruleAnswers[row] - rows.truth(row);
            double modelError = modelAnswers[row] - rows.truth(row);
            if (both(rows.truth(row), ruleError, modelError)) {
                rule.add(ruleError);
                model.add(modelError);
                double difference = metric.loss(ruleError) - metric.loss(modelError);
                sum += difference;
                squares += difference * difference;
            }
        }
        return new Block(window, rule.losses(), model.losses(), sum, squares);
    }

    private boolean both(double truth, double ruleError, double modelError) {
        if (Double.isNaN(truth)) {
            return false;
        }
        if (Double.isNaN(ruleError)) {
            ruleUnanswered++;
            return false;
        }
        if (Double.isNaN(modelError)) {
            modelUnanswered++;
            return false;
        }
        return true;
    }

    /// What came out.
    public Comparison comparison() {
        return new Comparison(
                metric,
                blocks.stream().filter(block -> block.rows() > 0).toList(),
                blocks.stream()
                        .filter(block -> block.rows() == 0)
                        .map(Block::window)
                        .toList(),
                ruleUnanswered,
                modelUnanswered);
    }
}
