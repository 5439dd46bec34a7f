package dev.hansom.evaluate;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/// A mean and the range in which the true one lies with probability `level`.
///
/// With fewer than two values the range is from minus to plus infinity. Threads: immutable.
public record Interval(double low, double mean, double high, double level) {
    /// The t interval of `values`, which count as independent: `mean ± t(n-1) · s / √n`.
    ///
    /// Source: batch means, Law and Kelton, *Simulation Modeling and Analysis*, section 9.5.3.
    public static Interval ofMeans(List<Double> values, double level) {
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double half = level(values.size(), level) * standardError(values, mean);
        return values.size() < 2
                ? new Interval(Double.NEGATIVE_INFINITY, mean, Double.POSITIVE_INFINITY, level)
                : new Interval(mean - half, mean, mean + half, level);
    }

    /// The t interval of the means of folds, each answered by what was fitted on all others:
    /// `mean ± t(n-1) · s · √(1/n + 1/(n-1))`.
    static Interval ofFolds(List<Double> values, double level) {
        Interval plain = ofMeans(values, level);
        if (values.size() < 2) {
            return plain;
        }
        double half = plain.half() * Math.sqrt(1 + values.size() / (values.size() - 1.0));
        return new Interval(plain.mean() - half, plain.mean(), plain.mean() + half, level);
    }

    /// Half the width of the range.
    public double half() {
        return high == Double.POSITIVE_INFINITY ? high : (high - low) / 2;
    }

    private static double level(int size, double level) {
        return size < 2 ? Double.NaN : new TDistribution(size - 1).inverseCumulativeProbability((1 + level) / 2);
    }

    private static double standardError(List<Double> values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.size() - 1) / values.size());
    }
}
