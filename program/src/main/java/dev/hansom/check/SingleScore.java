package dev.hansom.check;

/// How much of the target a single column explains by itself: the share of the variance in the later half of the rows
/// that the means of the column's bins in the earlier half take away (R² out of sample).
public final class SingleScore {
    private SingleScore() {}

    /// From 0 (no better than the mean, or too few rows to tell) to 1 (the target itself).
    public static double of(Bins bins, double[] truths, int half) {
        double[] means = means(bins, truths, half);
        double mean = mean(truths, half, truths.length);
        double left = 0;
        double whole = 0;
        for (int row = half; row < truths.length; row++) {
            double error = truths[row] - means[bins.of(row)];
            left += error * error;
            whole += (truths[row] - mean) * (truths[row] - mean);
        }
        return whole > 0 ? Math.max(0, 1 - left / whole) : 0;
    }

    private static double[] means(Bins bins, double[] truths, int half) {
        double[] sums = new double[bins.count()];
        long[] counts = new long[bins.count()];
        for (int row = 0; row < half; row++) {
            sums[bins.of(row)] += truths[row];
            counts[bins.of(row)]++;
        }
        double otherwise = mean(truths, 0, half);
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] = counts[bin] == 0 ? otherwise : sums[bin] / counts[bin];
        }
        return sums;
    }

    private static double mean(double[] truths, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += truths[row];
        }
        return sum / (to - from);
    }
}
