package dev.hansom.learn;

import dev.hansom.project.Measure;
import java.util.Arrays;

/// The past rows that a lookup learns from, with the value of each (and, for a ratio, what it is divided by).
@SuppressWarnings("ArrayRecordComponent")
record Past(int[] rows, double[] values, double[] denominators) {
    int size() {
        return rows.length;
    }

    /// The rows at these places.
    Past part(int[] which) {
        return new Past(
                Arrays.stream(which).map(i -> rows[i]).toArray(),
                Arrays.stream(which).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(which).mapToDouble(i -> denominators[i]).toArray());
    }

    /// The statistic over all rows; NaN where there are none.
    double overall(Measure measure) {
        return switch (measure.statistic()) {
            case MEDIAN, QUANTILE -> quantile(values, 0, size(), measure.level());
            case MEAN, RATIO -> ratio(sum(values), sum(denominators));
            case COUNT -> 0;
        };
    }

    /// The statistic by key.
    Groups group(Measure measure, Rows.Keyed keyed) {
        int keys = keyed.keys().size();
        long[] counts = new long[keys];
        for (int row : rows) {
            counts[keyed.ids()[row]]++;
        }
        return switch (measure.statistic()) {
            case MEDIAN, QUANTILE -> new Groups(counts, quantiles(keyed, counts, measure.level()), new double[0]);
            case MEAN, RATIO -> sums(keyed, counts);
            case COUNT ->
                new Groups(counts, Arrays.stream(counts).asDoubleStream().toArray(), new double[0]);
        };
    }

    private Groups sums(Rows.Keyed keyed, long[] counts) {
        double[] sums = new double[counts.length];
        double[] below = new double[counts.length];
        for (int i = 0; i < rows.length; i++) {
            int id = keyed.ids()[rows[i]];
            sums[id] += values[i];
            below[id] += denominators[i];
        }
        double[] statistics = new double[counts.length];
        for (int id = 0; id < counts.length; id++) {
            statistics[id] = ratio(sums[id], below[id]);
        }
        return new Groups(counts, statistics, below);
    }

    private double[] quantiles(Rows.Keyed keyed, long[] counts, double level) {
        int[] starts = new int[counts.length + 1];
        for (int id = 0; id < counts.length; id++) {
            starts[id + 1] = starts[id] + (int) counts[id];
        }
        int[] next = Arrays.copyOf(starts, counts.length);
        double[] grouped = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            grouped[next[keyed.ids()[rows[i]]]++] = values[i];
        }
        double[] statistics = new double[counts.length];
        for (int id = 0; id < counts.length; id++) {
            statistics[id] = quantile(grouped, starts[id], starts[id + 1], level);
        }
        return statistics;
    }

    /// The quantile between neighbours. Source: Hyndman and Fan, 1996, type 7; what numpy and DuckDB do.
    static double quantile(double[] values, int from, int to, double level) {
        if (from == to) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * level;
        int below = (int) place;
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    private static double ratio(double above, double below) {
        return below == 0 ? Double.NaN : above / below;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
