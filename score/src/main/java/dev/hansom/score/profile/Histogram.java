package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import java.util.Arrays;

/// How many values of one column fell into each of its frozen bins.
///
/// `name` is the column's, or `column.hour` and `column.weekday` for the parts of a time.
/// Threads: not safe for writing.
public final class Histogram {
    private final String name;
    private final String column;
    private final Bins bins;
    private final long[] counts;

    /// A histogram with these counts, one a bin. Errors: another number of counts is an [IllegalArgumentException].
    public Histogram(String name, String column, Bins bins, long[] counts) {
        if (counts.length != bins.size()) {
            throw new IllegalArgumentException(name + ": " + counts.length + " counts (expected: " + bins.size() + ")");
        }
        this.name = name;
        this.column = column;
        this.bins = bins;
        this.counts = counts.clone();
    }

    /// The name under which it is reported.
    public String name() {
        return name;
    }

    /// The column whose values it counts.
    public String column() {
        return column;
    }

    /// How values fall into bins.
    public Bins bins() {
        return bins;
    }

    /// The counts, a copy.
    public long[] counts() {
        return counts.clone();
    }

    /// How many values, missing ones included.
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /// How many values are missing.
    public long missing() {
        return counts[bins.missing()];
    }

    /// How many values are there.
    public long present() {
        return total() - missing();
    }

    /// How many values are of levels that the reference never had; 0 for numbers and times.
    public long unseen() {
        return bins instanceof LevelBins levels ? counts[levels.unseen()] : 0;
    }

    /// The counts of present values as statistics compare them.
    public long[] comparable() {
        return bins.comparable(counts);
    }

    /// The value below which the share `q` of the present numbers lies; NaN for categories and times, and where there
    /// are none.
    public double quantile(double q) {
        return bins instanceof NumberBins numbers ? numbers.quantile(counts, q) : Double.NaN;
    }

    /// Counts the value in `column` of row `row`.
    void add(Columns rows, int column, int row) {
        counts[bins.bin(rows, column, row)]++;
    }

    /// The same bins with nothing in them.
    public Histogram emptied() {
        return new Histogram(name, column, bins, new long[counts.length]);
    }

    /// Both together. Errors: other bins are an [IllegalArgumentException].
    public Histogram plus(Histogram other) {
        return combined(other, 1);
    }

    /// What is left when `other`, which is a part of it, is taken away. Errors: other bins, or more than there is, are
    /// an [IllegalArgumentException].
    public Histogram minus(Histogram other) {
        return combined(other, -1);
    }

    private Histogram combined(Histogram other, int sign) {
        if (!name.equals(other.name) || !bins.equals(other.bins)) {
            throw new IllegalArgumentException(name + " and " + other.name + " have different bins");
        }
        long[] sums = counts.clone();
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += sign * other.counts[bin];
            if (sums[bin] < 0) {
                throw new IllegalArgumentException(name + ": more is taken away than there is");
            }
        }
        return new Histogram(name, column, bins, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram
                && name.equals(histogram.name)
                && column.equals(histogram.column)
                && bins.equals(histogram.bins)
                && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(counts);
    }
}
