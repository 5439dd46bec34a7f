package dev.hansom.draft;

import java.util.Arrays;

/// How well keys tell the target: means (or medians) by level are learned on the earlier half of the rows, shrunk to
/// those of coarser levels, and judged on the later half.
final class Guess {
    /// So many rows of the coarser level are mixed in.
    static final double SHRINK = 20;

    private final double[] truths;
    private final int half;
    private final boolean median;

    Guess(Rows rows, boolean median) {
        this(rows.truths(), rows.half(), median);
    }

    private Guess(double[] truths, int half, boolean median) {
        this.truths = truths;
        this.half = half;
        this.median = median;
    }

    boolean isMedian() {
        return median;
    }

    /// What is said of every row where no key is known.
    double[] constant() {
        double[] said = new double[truths.length];
        Arrays.fill(said, middle(Arrays.copyOf(truths, half)));
        return said;
    }

    /// What is said of every row by the level of its key, where `coarser` is said without it.
    double[] by(Levels levels, double[] coarser) {
        double[][] values = new double[levels.count()][];
        int[] counts = new int[levels.count()];
        for (int row = 0; row < half; row++) {
            counts[levels.of(row)]++;
        }
        for (int level = 0; level < counts.length; level++) {
            values[level] = new double[counts[level]];
        }
        int[] filled = new int[counts.length];
        for (int row = 0; row < half; row++) {
            int level = levels.of(row);
            values[level][filled[level]++] = truths[row];
        }
        double[] middles = new double[counts.length];
        for (int level = 0; level < counts.length; level++) {
            middles[level] = counts[level] == 0 ? 0 : middle(values[level]);
        }
        double[] said = new double[truths.length];
        for (int row = 0; row < said.length; row++) {
            int count = counts[levels.of(row)];
            said[row] = (count * middles[levels.of(row)] + SHRINK * coarser[row]) / (count + SHRINK);
        }
        return said;
    }

    /// The mean absolute error on the later half.
    double error(double[] said) {
        double sum = 0;
        for (int row = half; row < truths.length; row++) {
            sum += Math.abs(truths[row] - said[row]);
        }
        return sum / Math.max(1, truths.length - half);
    }

    /// The mean squared error on the later half.
    double squared(double[] said) {
        double sum = 0;
        for (int row = half; row < truths.length; row++) {
            sum += (truths[row] - said[row]) * (truths[row] - said[row]);
        }
        return sum / Math.max(1, truths.length - half);
    }

    private double middle(double[] values) {
        if (!median) {
            return Arrays.stream(values).average().orElse(0);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int size = sorted.length;
        return size == 0 ? 0 : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }
}
