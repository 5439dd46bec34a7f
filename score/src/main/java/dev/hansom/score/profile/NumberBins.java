package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.Locale;

/// Bins of a number between edges: `(edge i, edge i+1]`, the first one closed on both sides, with a bin below and one
/// above all edges.
///
/// Shape: `edges` strictly ascending, the first the smallest value of the reference, the last its largest; bin 0 is
/// below, then `edges - 1` bins (one where there is a single edge), then above, then missing.
/// Threads: immutable.
public final class NumberBins implements Bins {
    private final double[] edges;
    private final boolean whole;

    /// Bins between `edges`; `whole` where the column holds whole numbers.
    /// Errors: no edge, NaN, or edges that do not ascend are an [IllegalArgumentException].
    public NumberBins(double[] edges, boolean whole) {
        this.edges = edges.clone();
        this.whole = whole;
        for (int i = 0; i < edges.length; i++) {
            if (Double.isNaN(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException("edges that do not ascend");
            }
        }
        if (edges.length == 0) {
            throw new IllegalArgumentException("no edges");
        }
    }

    /// Bins with about the same number of the values in each: edges are the quantiles `i / count` of `sorted` (the
    /// smallest value with at least that share at or below it), equal ones merged.
    static NumberBins ofQuantiles(double[] sorted, int count, boolean whole) {
        double[] edges = new double[count + 1];
        edges[0] = sorted[0];
        int size = 1;
        for (int i = 1; i <= count; i++) {
            long rank = ((long) i * sorted.length + count - 1) / count;
            double edge = sorted[(int) Math.max(0, rank - 1)];
            if (edge > edges[size - 1]) {
                edges[size++] = edge;
            }
        }
        return new NumberBins(Arrays.copyOf(edges, size), whole);
    }

    /// The edges, a copy.
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public int size() {
        return inner() + 3;
    }

    @Override
    public int bin(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return missing();
        }
        return bin(
                rows.schema().type(column) == Type.DOUBLE
                        ? rows.number(column, row)
                        : (double) rows.integer(column, row));
    }

    /// The bin of `value`.
    int bin(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        if (value < edges[0]) {
            return 0;
        }
        if (value > edges[edges.length - 1]) {
            return inner() + 1;
        }
        int found = Arrays.binarySearch(edges, value + 0.0);
        int upper = found >= 0 ? found : -found - 1;
        return Math.max(1, upper);
    }

    @Override
    public String label(int bin) {
        if (bin == missing()) {
            return "missing";
        }
        if (bin == 0) {
            return "below " + text(edges[0]);
        }
        if (bin > inner()) {
            return "above " + text(edges[edges.length - 1]);
        }
        return edges.length == 1 ? text(edges[0]) : text(edges[bin - 1]) + " to " + text(edges[bin]);
    }

    /// The bins below and above join the first and the last between edges.
    @Override
    public long[] comparable(long[] counts) {
        long[] joined = Arrays.copyOfRange(counts, 1, inner() + 1);
        joined[0] += counts[0];
        joined[joined.length - 1] += counts[inner() + 1];
        return joined;
    }

    @Override
    public String comparableLabel(int index) {
        return label(index + 1);
    }

    /// The value below which the share `q` of the present values lies, as if they were spread evenly within a bin;
    /// the first or last edge where it lies beyond; NaN where all are missing.
    public double quantile(long[] counts, double q) {
        long present = 0;
        for (int bin = 0; bin < missing(); bin++) {
            present += counts[bin];
        }
        if (present == 0) {
            return Double.NaN;
        }
        double wanted = q * present;
        double passed = counts[0];
        for (int bin = 1; bin <= inner(); bin++) {
            if (passed + counts[bin] >= wanted && counts[bin] > 0) {
                double low = edges[bin - 1];
                double high = edges[Math.min(bin, edges.length - 1)];
                double within = low + (high - low) * Math.max(0, wanted - passed) / counts[bin];
                return whole ? Math.rint(within) : within;
            }
            passed += counts[bin];
        }
        return wanted <= counts[0] ? edges[0] : edges[edges.length - 1];
    }

    private int inner() {
        return Math.max(1, edges.length - 1);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    boolean whole() {
        return whole;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof NumberBins bins && Arrays.equals(edges, bins.edges) && whole == bins.whole;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }
}
