package dev.hansom.evaluate;

import java.util.ArrayList;
import java.util.List;

/// Whether probabilities are what they say: rows by answer in bins of a tenth, and how many of each were of the class.
///
/// Source: the reliability diagram, Murphy and Winkler, Journal of the Royal Statistical Society C 26, 1977.
public record Calibration(List<Bin> bins) {
    private static final int BINS = 10;

    /// The answers from `low` up to `high`: how many, their mean, and the share of the class among their rows.
    public record Bin(double low, double high, long rows, double answered, double observed) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// Nothing to say: the target is no class.
    public static final Calibration NONE = new Calibration(List.of());

    /// Of these answers; bins without rows are left out.
    public static Calibration of(double[] answers, LabelledRows rows) {
        long[] counts = new long[BINS];
        double[] answered = new double[BINS];
        double[] observed = new double[BINS];
        for (int row = 0; row < answers.length; row++) {
            if (!Double.isNaN(answers[row]) && !Double.isNaN(rows.truth(row))) {
                int bin = Math.clamp((int) (answers[row] * BINS), 0, BINS - 1);
                counts[bin]++;
                answered[bin] += answers[row];
                observed[bin] += rows.truth(row);
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        counts[i],
                        answered[i] / counts[i],
                        observed[i] / counts[i]));
            }
        }
        return new Calibration(bins);
    }
}
