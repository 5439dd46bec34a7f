package dev.hansom.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        double[] edges = new double[MOST - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = sorted[(int) ((long) (i + 1) * sorted.length / MOST)];
        }
        return Arrays.stream(edges).distinct().toArray();
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
