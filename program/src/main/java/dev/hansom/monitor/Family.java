package dev.hansom.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The tests of one window, judged together.
///
/// Source: Benjamini and Yekutieli, *The control of the false discovery rate in multiple testing under dependency*
/// (2001), theorem 1.3: right however the tests hang together.
final class Family {
    private Family() {}

    /// The adjusted p-values, in the order of `p`: rejecting those at or below α keeps the false discovery rate below
    /// α.
    static double[] adjusted(double[] p) {
        int size = p.length;
        double harmonic =
                IntStream.rangeClosed(1, size).mapToDouble(i -> 1.0 / i).sum();
        List<Integer> descending = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .toList();
        double[] adjusted = new double[size];
        double least = 1;
        for (int i = 0; i < size; i++) {
            int rank = size - i;
            least = Math.min(least, p[descending.get(i)] * harmonic * size / rank);
            adjusted[descending.get(i)] = least;
        }
        return adjusted;
    }
}
