package dev.hansom.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A column cut into a few bins whose edges or levels come from its first `half` rows.
///
/// Shape: one bin a row, from 0 up to but without [#count]; bin 0 is for missing values.
public final class Bins {
    /// So many bins at most beside the one for missing values.
    public static final int MOST = 50;

    private final int[] codes;
    private final int count;

    private Bins(int[] codes, int count) {
        this.codes = codes;
        this.count = count;
    }

    /// Numbers by quantiles, or by value where there are few; NaN is missing.
    public static Bins ofNumbers(double[] values, int half) {
        double[] edges = edges(values, half);
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? 0 : 1 + notAbove(edges, values[row]);
        }
        return new Bins(codes, edges.length + 2);
    }

    /// Texts by value, the most frequent ones on their own and all others together; null is missing.
    public static Bins ofTexts(@Nullable String[] values, int half) {
        Map<String, Integer> levels = levels(values, half);
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            String value = values[row];
            codes[row] = value == null ? 0 : levels.getOrDefault(value, MOST);
        }
        return new Bins(codes, MOST + 1);
    }

    /// The bin of a row.
    public int of(int row) {
        return codes[row];
    }

    /// How many bins there are, with that of missing values.
    public int count() {
        return count;
    }

    /// Missing or not, and nothing else.
    public Bins missing() {
        return new Bins(Arrays.stream(codes).map(code -> Math.min(code, 1)).toArray(), 2);
    }

    /// The share of the rows with a missing value; NaN where there are no rows.
    public double missingShare() {
        return (double) Arrays.stream(codes).filter(code -> code == 0).count() / codes.length;
    }

    private static double[] edges(double[] values, int half) {
        double[] sorted = Arrays.stream(values, 0, half)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] distinct = Arrays.stream(sorted).distinct().limit(MOST + 1).toArray();
        if (distinct.length <= MOST) {
            return Arrays.stream(distinct).skip(1).toArray();
        }
        Set<Double> heaps = heaps(sorted);
        double[] others =
                Arrays.stream(sorted).filter(value -> !heaps.contains(value)).toArray();
        int bins = MOST - 2 * heaps.size();
        TreeSet<Double> edges = new TreeSet<>();
        for (int i = 1; i < bins && others.length > 0; i++) {
            edges.add(others[(int) ((long) i * others.length / bins)]);
        }
        for (double heap : heaps) {
            edges.add(heap);
            edges.add(Math.nextUp(heap));
        }
        return edges.stream().mapToDouble(edge -> edge).toArray();
    }

    /// The values that fill at least two bins: each has one of its own, so that few rows beside a heap are still told
    /// apart.
    private static Set<Double> heaps(double[] sorted) {
        Set<Double> heaps = new TreeSet<>();
        int least = 2 * sorted.length / MOST;
        for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from >= least && heaps.size() < MOST / 4) {
                heaps.add(sorted[from]);
            }
        }
        return heaps;
    }

    private static int notAbove(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static Map<String, Integer> levels(@Nullable String[] values, int half) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < half; row++) {
            String value = values[row];
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST - 1)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> levels = new HashMap<>();
        frequent.forEach(level -> levels.put(level, levels.size() + 1));
        return levels;
    }
}
