package dev.hansom.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Turns a comparison into a verdict: the same interval and the same guards at design and at the gate.
///
/// The interval of the mean gain lies above the margin: ML; below it: RULE; astride: NOT_ENOUGH_DATA. Guards only
/// demote ML: fewer than `leastBlocks` blocks, fewer than two thirds of them won, or more than one row in a hundred
/// that the rule answers and the model does not.
/// Source: the t interval on block means of [Interval]. Threads: immutable.
public record Judge(double level, int leastBlocks) {
    /// The judge of the design: six weeks at least.
    public static final Judge DESIGN = new Judge(0.95, 6);
    /// The judge of the gate: the four full weeks of a month at least.
    public static final Judge GATE = new Judge(0.95, 4);

    /// Beyond ten years of weeks, waiting is no advice.
    private static final double PATIENCE = 520;

    private static final double LARGEST_GAP = 0.01;

    /// The verdict on `comparison` for a margin in `unit`, which is the unit of its metric.
    public Decision decide(Comparison comparison, double margin, String unit) {
        Interval interval = comparison.interval(level);
        List<String> reasons = new ArrayList<>();
        Verdict verdict = position(interval, margin, unit, reasons);
        List<String> guards = verdict == Verdict.ML ? guards(comparison) : List.of();
        reasons.addAll(guards);
        if (!guards.isEmpty()) {
            verdict = Verdict.NOT_ENOUGH_DATA;
        }
        int blocks = comparison.blocks().size();
        OptionalInt weeks = OptionalInt.empty();
        if (verdict == Verdict.NOT_ENOUGH_DATA) {
            weeks = weeks(interval, margin, blocks);
            reasons.add(advice(weeks));
        }
        reasons.addAll(remarks(comparison));
        double detectable = margin + interval.half();
        return new Decision(verdict, interval, margin, unit, blocks, comparison.wins(), weeks, detectable, reasons);
    }

    private static Verdict position(Interval interval, double margin, String unit, List<String> reasons) {
        String range = "[" + text(interval.low()) + ", " + text(interval.high()) + "] " + unit;
        if (interval.low() > margin) {
            reasons.add("the gain over the rule lies in " + range + ", above the margin of " + text(margin));
            return Verdict.ML;
        }
        if (interval.high() < margin) {
            reasons.add("the gain over the rule lies in " + range + ", below the margin of " + text(margin));
            return Verdict.RULE;
        }
        reasons.add("the gain over the rule lies in " + range + ", which holds the margin of " + text(margin));
        return Verdict.NOT_ENOUGH_DATA;
    }

    private List<String> guards(Comparison comparison) {
        List<String> guards = new ArrayList<>();
        int blocks = comparison.blocks().size();
        if (blocks < leastBlocks) {
            guards.add(blocks + " weeks were compared, at least " + leastBlocks + " are needed for a model");
        }
        if (3 * comparison.wins() < 2 * blocks) {
            guards.add("the model won " + comparison.wins() + " of " + blocks + " weeks, fewer than two thirds");
        }
        if (comparison.modelGap() > LARGEST_GAP) {
            guards.add("the model had no answer for " + text(100 * comparison.modelGap())
                    + " % of the rows that the rule answers");
        }
        return guards;
    }

    private OptionalInt weeks(Interval interval, double margin, int blocks) {
        int missing = Math.max(1, leastBlocks - blocks);
        if (blocks < 2) {
            return OptionalInt.of(missing);
        }
        double needed = Math.pow(interval.half() / (interval.mean() - margin), 2) * blocks - blocks;
        return needed <= PATIENCE ? OptionalInt.of(Math.max(missing, (int) Math.ceil(needed))) : OptionalInt.empty();
    }

    private static String advice(OptionalInt weeks) {
        return weeks.isPresent()
                ? "about " + weeks.getAsInt() + " more weeks are needed; until then the rule serves"
                : "the mean gain is so close to the margin that more weeks will practically never decide; the rule serves";
    }

    private static List<String> remarks(Comparison comparison) {
        List<String> remarks = new ArrayList<>();
        if (!comparison.empty().isEmpty()) {
            remarks.add(comparison.empty().size() + " weeks held no row to compare");
        }
        if (comparison.ruleUnanswered() + comparison.modelUnanswered() > 0) {
            remarks.add("left out for want of an answer: " + comparison.ruleUnanswered() + " rows of the rule, "
                    + comparison.modelUnanswered() + " of the model");
        }
        return remarks;
    }

    private static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value > 0 ? "∞" : value < 0 ? "-∞" : "unknown";
        }
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }
}
