package dev.hansom.score.pipeline;

import dev.hansom.score.kernel.Forest;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A forest at the end of a pipeline. Where `single`, numbers are rounded to float32 first, as scikit-learn's trees do;
/// where `refusing`, a missing one has no answer. `known[i]` are the categories of column i, null where it has none: a
/// number that is none of them is missing.
@SuppressWarnings("ArrayRecordComponent")
public record Trees(
        Forest forest,
        boolean single,
        boolean refusing,
        @Nullable BitSet[] known) implements Estimator {
    @Override
    public int width() {
        return forest.width();
    }

    @Override
    public int outputs() {
        return forest.outputs();
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        int width = width();
        boolean[] refused = new boolean[rows];
        for (int i = 0; i < rows * width; i++) {
            double x = single ? (float) features[i] : features[i];
            features[i] = known.length == 0 ? x : known(x, i % width);
            refused[width == 0 ? 0 : i / width] |= refusing && Double.isNaN(x);
        }
        forest.answers(features, rows, into, 0);
        for (int row = 0; refusing && row < rows; row++) {
            if (refused[row]) {
                Arrays.fill(into, row * outputs(), (row + 1) * outputs(), Double.NaN);
            }
        }
    }

    private double known(double x, int column) {
        BitSet categories = known[column];
        return categories == null || (x >= 0 && x < Integer.MAX_VALUE && categories.get((int) x)) ? x : Double.NaN;
    }
}
