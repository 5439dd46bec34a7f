package dev.hansom.evaluate;

import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import java.util.List;

/// Rule against model on the same rows, block by block in order of time.
///
/// Rows in time are not the sample size: answers of one day are wrong together, so blocks of a week are what counts.
/// `empty` windows held no row that both answered. Threads: immutable.
public record Comparison(
        Metric metric,
        Stretch stretch,
        List<Block> blocks,
        List<Window> empty,
        long ruleUnanswered,
        long modelUnanswered) {
    public Comparison {
        blocks = List.copyOf(blocks);
        empty = List.copyOf(empty);
    }

    /// The comparisons one after the other; they are in order.
    public static Comparison joined(Metric metric, Stretch stretch, List<Comparison> parts) {
        return new Comparison(
                metric,
                stretch,
                parts.stream().flatMap(part -> part.blocks.stream()).toList(),
                parts.stream().flatMap(part -> part.empty.stream()).toList(),
                parts.stream().mapToLong(Comparison::ruleUnanswered).sum(),
                parts.stream().mapToLong(Comparison::modelUnanswered).sum());
    }

    /// The mean gain of the model over the rule of each block.
    public List<Double> gains() {
        return blocks.stream().map(Block::gain).toList();
    }

    /// The mean of the gains of the blocks, with its t interval. Folds share the rows that they were fitted on, so
    /// their
    /// interval is widened.
    ///
    /// Source: Nadeau and Bengio, Inference for the generalization error, Machine Learning 52, 2003, equation 9.
    public Interval interval(double level) {
        return stretch == Stretch.FOLD ? Interval.ofFolds(gains(), level) : Interval.ofMeans(gains(), level);
    }

    /// The mean gain of a row: it leans to busy weeks, where [#interval] takes all weeks alike.
    public double gainPerRow() {
        return blocks.stream().mapToDouble(Block::sum).sum() / rows();
    }

    /// How many blocks the model won.
    public int wins() {
        return (int) blocks.stream().filter(Block::won).count();
    }

    /// How many rows were compared.
    public long rows() {
        return blocks.stream().mapToLong(Block::rows).sum();
    }

    /// What the rule lost on the compared rows.
    public Losses rule() {
        return blocks.stream().map(Block::rule).reduce(Losses.NONE, Losses::plus);
    }

    /// What the model lost on the compared rows.
    public Losses model() {
        return blocks.stream().map(Block::model).reduce(Losses.NONE, Losses::plus);
    }

    /// The share of the rows answered by the rule for which the model had no answer.
    public double modelGap() {
        return modelUnanswered == 0 ? 0 : (double) modelUnanswered / (rows() + modelUnanswered);
    }
}
