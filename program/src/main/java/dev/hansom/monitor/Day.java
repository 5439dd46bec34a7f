package dev.hansom.monitor;

import dev.hansom.evaluate.Losses;
import java.time.LocalDate;

/// One day of traffic by `at`.
///
/// `truths` answers have a known truth; those of them that count (what `keep_labelled` says) are `scored`, and lose
/// what was `answered`, and what `constant`, `rule` and `model` say. `compared` rows have a truth and an answer of rule
/// and model both; over them `gain` is Σd and `squares`
/// Σd², d the loss of the rule minus the loss of the model. Threads: immutable.
public record Day(
        LocalDate date,
        long requests,
        long truths,
        long scored,
        Losses answered,
        Losses constant,
        Losses rule,
        Losses model,
        Pairs pairs) {
    /// Both, of the same date.
    Day plus(Day other) {
        return new Day(
                date,
                requests + other.requests,
                truths + other.truths,
                scored + other.scored,
                answered.plus(other.answered),
                constant.plus(other.constant),
                rule.plus(other.rule),
                model.plus(other.model),
                pairs.plus(other.pairs));
    }

    /// Rows that rule and model both answered: their losses and Σd, Σd² of the differences.
    public record Pairs(Losses rule, Losses model, double gain, double squares) {
        /// None.
        public static final Pairs NONE = new Pairs(Losses.NONE, Losses.NONE, 0, 0);

        /// How many rows.
        public long rows() {
            return rule.rows();
        }

        /// Both together.
        public Pairs plus(Pairs other) {
            return new Pairs(
                    rule.plus(other.rule), model.plus(other.model), gain + other.gain, squares + other.squares);
        }
    }
}
