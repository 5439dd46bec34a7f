package dev.hansom.evaluate;

import dev.hansom.data.Window;

/// One stretch of time of a comparison, on the rows that rule and model both answered.
///
/// d is the loss of the rule minus the loss of the model on one row: positive where the model is better.
/// `sum` is Σd and `squares` is Σd². `unanswered` rows had a truth, and an answer of one side only or of none.
/// Threads: immutable.
public record Block(Window window, Losses rule, Losses model, double sum, double squares) {
    /// A block that no row has fallen into yet.
    public static Block empty(Window window) {
        return new Block(window, Losses.NONE, Losses.NONE, 0, 0);
    }

    /// How many rows were compared.
    public long rows() {
        return rule.rows();
    }

    /// The mean gain of the model over the rule; NaN where there are no rows.
    public double gain() {
        return sum / rows();
    }

    /// Whether the model did better than the rule.
    public boolean won() {
        return sum > 0;
    }

    /// Both blocks together; they are of the same window.
    public Block plus(Block other) {
        return new Block(
                window, rule.plus(other.rule), model.plus(other.model), sum + other.sum, squares + other.squares);
    }
}
