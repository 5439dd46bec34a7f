package dev.hansom.learn;

import dev.hansom.project.Statistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The past rows that a lookup learns from, with the value of each (and, for a ratio, what it is divided by).
@SuppressWarnings("ArrayRecordComponent")
record Past(int[] rows, double[] values, double[] denominators) {
    int size() {
        return rows.length;
    }

    /// The statistic over all rows.
    double overall(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> sum(values) / size();
            case MEDIAN -> median(values, 0, size());
            case RATIO -> ratio(sum(values), sum(denominators));
        };
    }

    /// The statistic by key.
    Groups group(Statistic statistic, Rows.Keyed keyed) {
        int keys = keyed.keys().size();
        long[] counts = new long[keys];
        for (int row : rows) {
            counts[keyed.ids()[row]]++;
        }
        double[] statistics = statistic == Statistic.MEDIAN ? medians(keyed, counts) : sums(statistic, keyed, counts);
        return new Groups(counts, statistics);
    }

    private double[] sums(Statistic statistic, Rows.Keyed keyed, long[] counts) {
        double[] sums = new double[counts.length];
        double[] below = new double[counts.length];
        for (int i = 0; i < rows.length; i++) {
            int id = keyed.ids()[rows[i]];
            sums[id] += values[i];
            below[id] += denominators[i];
        }
        double[] statistics = new double[counts.length];
        for (int id = 0; id < counts.length; id++) {
            statistics[id] = statistic == Statistic.RATIO ? ratio(sums[id], below[id]) : sums[id] / counts[id];
        }
        return statistics;
    }

    private double[] medians(Rows.Keyed keyed, long[] counts) {
        int[] starts = new int[counts.length + 1];
        for (int id = 0; id < counts.length; id++) {
            starts[id + 1] = starts[id] + (int) counts[id];
        }
        int[] next = Arrays.copyOf(starts, counts.length);
        double[] grouped = new double[rows.length];
        IntStream.range(0, rows.length).forEach(i -> grouped[next[keyed.ids()[rows[i]]]++] = values[i]);
        double[] statistics = new double[counts.length];
        for (int id = 0; id < counts.length; id++) {
            statistics[id] = median(grouped, starts[id], starts[id + 1]);
        }
        return statistics;
    }

    private static double median(double[] values, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
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
