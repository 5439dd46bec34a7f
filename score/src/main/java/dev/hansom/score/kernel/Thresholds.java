package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.SortedSet;

/// The thresholds of a feature, and how many of them send a number right, found without a branch that numbers decide.
///
/// The line from the lowest to the highest threshold is cut into cells of one width; a cell knows how many thresholds
/// lie in the cells before it, and a binary search of as many steps as the fullest cell needs does the rest.
/// Threads: immutable.
final class Thresholds {
    private static final int MOST_CELLS = 1024;

    /// In ascending order, and then as many infinite ones as a search may look beyond the end.
    private final double[] sorted;
    private final int count;
    /// Whether a number goes left at a threshold that it equals.
    private final boolean inclusive;
    private final double low;
    private final double scale;
    private final int[] starts;
    private final int fullest;

    private Thresholds(double[] sorted, boolean inclusive) {
        this.count = sorted.length;
        this.inclusive = inclusive;
        this.low = count == 0 ? 0 : sorted[0];
        double span = count == 0 ? 0 : sorted[count - 1] - low;
        int cells = Math.max(1, Math.min(MOST_CELLS, 4 * count));
        this.scale = span > 0 && cells / span < Double.MAX_VALUE ? cells / span : 0;
        this.starts = new int[cells];
        int[] held = new int[cells];
        for (double threshold : sorted) {
            held[cell(threshold)]++;
        }
        int before = 0;
        int most = 0;
        for (int i = 0; i < cells; i++) {
            starts[i] = before;
            before += held[i];
            most = Math.max(most, held[i]);
        }
        this.fullest = most;
        this.sorted = Arrays.copyOf(sorted, count + most);
        Arrays.fill(this.sorted, count, count + most, Double.POSITIVE_INFINITY);
    }

    static Thresholds of(Arithmetic arithmetic, SortedSet<Double> thresholds) {
        return new Thresholds(thresholds.stream().mapToDouble(t -> t).toArray(), arithmetic == Arithmetic.DOUBLE);
    }

    /// Whether ranks tell for every number where it goes: infinite numbers rank as the greatest finite ones, so that a
    /// difference is never NaN.
    boolean exact() {
        if (count == 0) {
            return true;
        }
        double last = sorted[count - 1];
        boolean below = last < Double.MAX_VALUE || (inclusive && last == Double.POSITIVE_INFINITY);
        double secondLast = count > 1 ? sorted[count - 2] : 0;
        return sorted[0] > -Double.MAX_VALUE && below && secondLast < Double.MAX_VALUE;
    }

    /// The place of a threshold.
    int index(double threshold) {
        return Arrays.binarySearch(sorted, 0, count, threshold);
    }

    /// How many thresholds send `x` right.
    int rank(double x) {
        double[] sorted = this.sorted;
        double bounded = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x)) + 0.0;
        int rank = starts[cell(bounded)];
        int length = fullest;
        if (inclusive) {
            while (length > 0) {
                int half = (length + 1) >>> 1;
                rank += half & (int) (Double.doubleToRawLongBits(sorted[rank + half - 1] - bounded) >> 63);
                length -= half;
            }
        } else {
            while (length > 0) {
                int half = (length + 1) >>> 1;
                rank += half & ~(int) (Double.doubleToRawLongBits(bounded - sorted[rank + half - 1]) >> 63);
                length -= half;
            }
        }
        return rank;
    }

    /// The cell of a number; never lower than that of a lower number.
    private int cell(double x) {
        return Math.max(0, Math.min(starts.length - 1, (int) ((x - low) * scale)));
    }
}
