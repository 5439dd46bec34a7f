package dev.hansom.learn;

/// A count and a statistic for each key number.
@SuppressWarnings("ArrayRecordComponent")
record Groups(long[] counts, double[] statistics) {
    /// Whether there is something to say about a key seen in at least `least` rows.
    boolean knows(int id, long least) {
        return counts[id] >= least && !Double.isNaN(statistics[id]);
    }
}
