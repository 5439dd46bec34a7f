package dev.hansom.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/// How rule and model shall be compared at first: by which metric, by which margin, and why; whether an answer is
/// rather the median than the mean.
record Stake(String metric, String means, double margin, String reason, boolean median) {
    private static final double SHARE = 0.01;
    private static final double SHARE_OF_RULE = 0.05;

    /// For truths of which more than half are one number, the median is that number whatever the row: by the absolute
    /// error nothing can beat a constant, so that squares decide.
    static boolean isHeaped(double[] truths) {
        double[] sorted = truths.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        for (int i = 0; i + half < sorted.length; i++) {
            if (sorted[i] == sorted[i + half]) {
                return true;
            }
        }
        return false;
    }

    static Stake of(boolean classes, double[] truths, KeySearch keys) {
        if (classes) {
            double share = Arrays.stream(truths).average().orElse(0);
            return new Stake(
                    "log_loss",
                    "of the probability",
                    rounded(SHARE * entropy(share)),
                    "a first guess, 1 % of what a constant loses; put in what a gain is worth to you",
                    false);
        }
        return isHeaped(truths)
                ? new Stake(
                        "mse",
                        "more than half of the targets are one number: by mae, a constant would win",
                        rounded(SHARE * keys.error()),
                        reason(
                                keys.error(),
                                "a first guess, 1 % of the rule's squared error; put in what a gain is worth to you"),
                        false)
                : new Stake(
                        "mae",
                        "the mean of what it is wrong by",
                        rounded(SHARE_OF_RULE * keys.error()),
                        reason(
                                keys.error(),
                                "a first guess, 5 % of what the rule is wrong by; put in what a gain is worth to you"),
                        keys.median());
    }

    /// What a constant loses, in nats.
    private static double entropy(double share) {
        return share <= 0 || share >= 1 ? 0 : -share * Math.log(share) - (1 - share) * Math.log1p(-share);
    }

    /// `usual`, unless there is no error to take a share of.
    private static String reason(double error, String usual) {
        return rounded(error) > 0 ? usual : "the rule's error is no number here; put in what a gain is worth to you";
    }

    private static double rounded(double value) {
        return value > 0 && Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(1)).doubleValue()
                : 0;
    }
}
