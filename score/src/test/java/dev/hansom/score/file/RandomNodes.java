package dev.hansom.score.file;

import dev.hansom.score.kernel.LinearLeaf;
import dev.hansom.score.kernel.Missing;
import dev.hansom.score.kernel.Tree;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A random tree with the traits that are asked for: its nodes breadth first, its covers those of rows that fell down
/// it, its splits in turn by number and by category.
final class RandomNodes implements Tree.Nodes {
    /// What a tree may have besides thresholds and leaves.
    record Traits(boolean covers, boolean sets, boolean missing, boolean linear) {
        static final Traits NONE = new Traits(false, false, false, false);
        static final Traits COVERS = new Traits(true, false, false, false);
        static final Traits ALL = new Traits(true, true, true, true);
    }

    private final Traits traits;
    private final int width;
    private final int[] splits;
    private final int[] lefts;
    private final float[] values;
    private final int[] covers;
    private final int @Nullable [][] sets;
    private final int[] kinds;

    private RandomNodes(Random random, int width, int splits, Traits traits) {
        this.traits = traits;
        this.width = width;
        int size = 2 * splits + 1;
        this.splits = new int[size];
        this.lefts = new int[size];
        this.values = new float[size];
        this.covers = new int[size];
        this.sets = new int[size][];
        this.kinds = new int[size];
        int end = 1;
        for (int node = 0, left = splits; node < size; node++) {
            boolean split = left > 0 && (node == end - 1 || random.nextInt(3) > 0);
            this.splits[node] = split ? random.nextInt(2 * width) : -1;
            lefts[node] = end;
            values[node] = split ? random.nextInt(40) * 0.5f - 8 : (float) random.nextGaussian() * 4;
            kinds[node] = random.nextInt(3);
            sets[node] = split && traits.sets && random.nextBoolean() ? set(random) : null;
            end += split ? 2 : 0;
            left -= split ? 1 : 0;
        }
        for (int node = size - 1; node >= 0; node--) {
            covers[node] =
                    this.splits[node] < 0 ? 1 + random.nextInt(20) : covers[lefts[node]] + covers[lefts[node] + 1];
        }
    }

    /// A tree of so many splits over `width` features.
    static Tree tree(Random random, int width, int splits, Traits traits) {
        return Tree.of(new RandomNodes(random, width, splits, traits));
    }

    private static int[] set(Random random) {
        int[] set =
                random.ints(1 + random.nextInt(9), 0, 40).sorted().distinct().toArray();
        if (random.nextInt(6) == 0) {
            set = Arrays.copyOf(set, set.length + 1);
            set[set.length - 1] = 1_000_000;
        }
        return set;
    }

    @Override
    public int size() {
        return splits.length;
    }

    @Override
    public int split(int node) {
        return splits[node];
    }

    @Override
    public double value(int node) {
        return values[node];
    }

    @Override
    public int left(int node) {
        return lefts[node];
    }

    @Override
    public int right(int node) {
        return lefts[node] + 1;
    }

    @Override
    public double cover(int node) {
        return traits.covers ? covers[node] : Double.NaN;
    }

    @Override
    public int @Nullable [] set(int node) {
        return sets[node];
    }

    @Override
    public Missing missing(int node) {
        return traits.missing ? Missing.values()[kinds[node]] : Missing.NAN;
    }

    @Override
    public @Nullable LinearLeaf linear(int node) {
        if (!traits.linear || kinds[node] == 0) {
            return null;
        }
        double value = values[node];
        return kinds[node] == 1
                ? new LinearLeaf(value, new int[0], new double[0])
                : new LinearLeaf(value, new int[] {node % width, 0}, new double[] {value / 8, 0.25});
    }
}
