package dev.hansom.score.pipeline;

import dev.hansom.score.kernel.Forest;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A forest at the end of a pipeline.
///
/// Threads: immutable.
public final class Trees implements Estimator {
    private final Forest forest;
    private final boolean single;
    private final boolean refusing;
    private final @Nullable BitSet[] known;
    /// The numbers that the trees ask for, in ascending order, and the same trees over these alone.
    private final int[] asked;

    private final Forest few;

    /// Where `single`, numbers are rounded to float32 first, as scikit-learn's trees do; where `refusing`, a
    /// missing one has no answer. `known[i]` are the categories of column i, null where it has none: a number that
    /// is none of them is missing.
    public Trees(Forest forest, boolean single, boolean refusing, @Nullable BitSet[] known) {
        this.forest = forest;
        this.single = single;
        this.refusing = refusing;
        this.known = known.clone();
        this.asked = forest.asked();
        this.few = forest.over(asked);
    }

    @Override
    public int width() {
        return forest.width();
    }

    @Override
    public int outputs() {
        return forest.outputs();
    }

    @Override
    public boolean takesSparse() {
        return true;
    }

    @Override
    public void answer(Sparse row, double[] into, int at) {
        double[] numbers = new double[asked.length];
        boolean refused = false;
        int next = 0;
        for (int i = 0; i < row.size(); i++) {
            double x = row.number(i);
            refused |= refusing && Double.isNaN(x);
            while (next < asked.length && asked[next] < row.place(i)) {
                next++;
            }
            if (next < asked.length && asked[next] == row.place(i)) {
                numbers[next] = x;
            }
        }
        for (int i = 0; i < asked.length; i++) {
            numbers[i] = read(numbers[i], asked[i]);
        }
        if (refused) {
            Arrays.fill(into, at, at + outputs(), Double.NaN);
        } else {
            few.answers(numbers, 0, new int[few.scratch()], into, at);
        }
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        int width = width();
        boolean[] refused = new boolean[rows];
        for (int i = 0; i < rows * width; i++) {
            refused[i / width] |= refusing && Double.isNaN(features[i]);
            features[i] = read(features[i], i % width);
        }
        forest.answers(features, rows, into, 0);
        for (int row = 0; refusing && row < rows; row++) {
            if (refused[row]) {
                Arrays.fill(into, row * outputs(), (row + 1) * outputs(), Double.NaN);
            }
        }
    }

    private double read(double number, int column) {
        double x = single ? (float) number : number;
        if (known.length == 0) {
            return x;
        }
        BitSet categories = known[column];
        return categories == null || (x >= 0 && x < Integer.MAX_VALUE && categories.get((int) x)) ? x : Double.NaN;
    }
}
