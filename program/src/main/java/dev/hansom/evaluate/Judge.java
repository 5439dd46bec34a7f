package dev.hansom.evaluate;

import dev.hansom.data.Stretch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Turns a comparison into a verdict: the same interval and the same guards at design and at the gate.
///
/// The interval of the mean gain lies above the margin: ML; below it: RULE; astride: NOT_ENOUGH_DATA. Guards only
/// demote ML: fewer than `leastBlocks` blocks (`leastDays`, where blocks are days), fewer than two thirds of them won,
/// or
/// more than one row in a hundred that the rule answers and the model does not.
/// Source: the t interval on block means of [Interval]. Threads: immutable.
public record Judge(double level, int leastBlocks, int leastDays) {
    /// The judge of the design: six weeks at least. Days are too much alike to show that a model is better.
    public static final Judge DESIGN = new Judge(0.95, 6, Integer.MAX_VALUE);
    /// The judge of the gate, where the design has said ML by weeks: the four full weeks of a month, or seven days.
    public static final Judge GATE = new Judge(0.95, 4, 7);

    /// Beyond ten years of weeks, or so many times the rows there are, waiting is no advice.
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
        OptionalLong needed = OptionalLong.empty();
        if (verdict == Verdict.NOT_ENOUGH_DATA) {
            needed = needed(interval, margin, comparison);
            reasons.add(advice(needed, comparison.stretch()));
        }
        reasons.addAll(remarks(comparison));
        return new Decision(
                verdict,
                interval,
                margin,
                unit,
                comparison.stretch(),
                comparison.blocks().size(),
                comparison.wins(),
                needed,
                margin + interval.half(),
                reasons);
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
        Stretch stretch = comparison.stretch();
        int least = least(stretch);
        if (least == Integer.MAX_VALUE) {
            guards.add("there are fewer than " + leastBlocks
                    + " weeks, so days were compared, which are too much alike to " + "show that a model is better");
        } else if (blocks < least) {
            guards.add(stretch.count(blocks) + (blocks == 1 ? " was" : " were") + " compared, at least " + least
                    + " are needed for a model");
        }
        if (3 * comparison.wins() < 2 * blocks) {
            guards.add(
                    "the model won " + comparison.wins() + " of " + stretch.count(blocks) + ", fewer than two thirds");
        }
        if (comparison.modelGap() > LARGEST_GAP) {
            guards.add("the model had no answer for " + text(100 * comparison.modelGap())
                    + " % of the rows that the rule answers");
        }
        return guards;
    }

    private int least(Stretch stretch) {
        return stretch == Stretch.DAY ? leastDays : leastBlocks;
    }

    /// The half width shrinks with the root of what is compared: blocks in time, rows without a time.
    private OptionalLong needed(Interval interval, double margin, Comparison comparison) {
        Stretch stretch = comparison.stretch();
        int blocks = comparison.blocks().size();
        int least = stretch == Stretch.DAY && leastDays == Integer.MAX_VALUE ? 7 * leastBlocks : least(stretch);
        int missing = Math.max(1, least - blocks);
        double there = stretch.inTime() ? blocks : comparison.rows();
        if (blocks < 2) {
            return stretch.inTime() ? OptionalLong.of(missing) : OptionalLong.empty();
        }
        double more = (Math.pow(interval.half() / (interval.mean() - margin), 2) - 1) * there;
        double patience = stretch.inTime() ? PATIENCE : PATIENCE * there;
        return more <= patience
                ? OptionalLong.of(Math.max(stretch.inTime() ? missing : 1, (long) Math.ceil(more)))
                : OptionalLong.empty();
    }

    private static String advice(OptionalLong needed, Stretch stretch) {
        if (needed.isPresent()) {
            String more = Decision.needed(stretch, needed.getAsLong());
            return "about " + more.replaceFirst(" ", " more ") + (needed.getAsLong() == 1 ? " is" : " are")
                    + " needed; until then the rule serves";
        }
        return "the mean gain is so close to the margin that more "
                + (stretch.inTime() ? stretch.word() + "s" : "rows")
                + " will practically never decide; the rule serves";
    }

    private static List<String> remarks(Comparison comparison) {
        List<String> remarks = new ArrayList<>();
        if (!comparison.empty().isEmpty()) {
            remarks.add(comparison.stretch().count(comparison.empty().size()) + " held no row to compare");
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
