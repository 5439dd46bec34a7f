package dev.hansom.learn;

/// A count and a statistic for each key number, and, for a mean or ratio, what the sum was divided by.
@SuppressWarnings("ArrayRecordComponent")
record Groups(long[] counts, double[] statistics, double[] below) {
    /// A share of a sum below which a difference is rounding.
    private static final double NOTHING = 1e-9;

    /// Whether there is something to say about a key seen in at least `least` rows.
    boolean knows(int id, long least) {
        return counts[id] >= least && !Double.isNaN(statistics[id]);
    }

    /// The statistic of a mean or ratio without one row of these values; NaN where nothing is left.
    double without(int id, double value, double denominator) {
        double left = below[id] - denominator;
        return counts[id] <= 1 || Math.abs(left) <= NOTHING * Math.abs(below[id])
                ? Double.NaN
                : (statistics[id] * below[id] - value) / left;
    }
}
