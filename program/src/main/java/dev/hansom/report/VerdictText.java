package dev.hansom.report;

import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import dev.hansom.evaluate.Verdict;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;

/// A verdict in words, the same on every page and on the command line.
public final class VerdictText {
    private static final int MOST_DECIMALS = 6;

    private VerdictText() {}

    /// The verdict in a word or two.
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case ML -> "ML";
            case RULE -> "Rule";
            case NOT_ENOUGH_DATA -> "Not enough data";
        };
    }

    /// The verdict as one sentence with its interval, its weeks and the margin, without its word.
    public static String sentence(Decision decision, Metric metric) {
        String gain = gain(decision, metric);
        String margin = "the margin was " + Numerals.number(decision.margin(), decimals(decision));
        return switch (decision.verdict()) {
            case ML -> "The model beats the rule by " + gain + "; " + margin + ".";
            case RULE ->
                "The rule will do: the model " + (decision.interval().mean() > 0 ? "gains only " : "gains ") + gain
                        + "; " + margin + ".";
            case NOT_ENOUGH_DATA ->
                Double.isFinite(decision.interval().half())
                        ? "It is open whether a model pays: it gains " + gain + "; " + margin
                                + ". Until it is decided, the rule" + " serves."
                        : "It is open whether a model pays: "
                                + Words.plural(
                                        decision.blocks(), decision.stretch().word())
                                + " could be compared, and no interval comes from fewer than two; " + margin
                                + ". Until it is decided, the rule serves.";
        };
    }

    static Look look(Verdict verdict) {
        return switch (verdict) {
            case ML -> Look.MODEL;
            case RULE -> Look.RULE;
            case NOT_ENOUGH_DATA -> Look.AMBER;
        };
    }

    /// As many decimals as it takes to tell the bounds of the interval from the margin.
    static int decimals(Decision decision) {
        int decimals = Numerals.decimals(
                decision.margin() > 0 ? decision.margin() : decision.interval().mean());
        while (decimals < MOST_DECIMALS && hides(decision, decimals)) {
            decimals++;
        }
        return decimals;
    }

    private static boolean hides(Decision decision, int decimals) {
        String margin = Numerals.number(decision.margin(), decimals);
        Interval interval = decision.interval();
        return same(interval.low(), decision.margin(), margin, decimals)
                || same(interval.high(), decision.margin(), margin, decimals);
    }

    private static boolean same(double bound, double margin, String text, int decimals) {
        return bound != margin && Numerals.number(bound, decimals).equals(text);
    }

    private static String gain(Decision decision, Metric metric) {
        int decimals = decimals(decision);
        Interval interval = decision.interval();
        return Numerals.number(interval.mean(), decimals) + " " + decision.unit() + " of " + Words.name(metric) + ", "
                + Numerals.percent(interval.level(), 0) + " interval " + Numerals.number(interval.low(), decimals)
                + " to " + Numerals.number(interval.high(), decimals) + ", over "
                + Words.plural(decision.blocks(), decision.stretch().word());
    }
}
