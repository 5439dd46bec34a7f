package dev.hansom.score.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The walk to leaves that are weighted sums: a fast walk through the same trees finds which leaf of each tree a row
/// comes to, then these are calculated and added in order. A row's keys are those of the fast walk, then the halves of
/// its numbers.
final class LinearWalk implements Walk {
    private final int width;
    private final Sums sums;
    private final List<Tree> trees;
    /// Has an output for each tree, which is the number of the leaf.
    private final Walk leaves;

    private LinearWalk(int width, Sums sums, List<Tree> trees, Walk leaves) {
        this.width = width;
        this.sums = sums;
        this.trees = trees;
        this.leaves = leaves;
    }

    static LinearWalk of(int width, Sums sums, List<Tree> trees) {
        List<Tree> numbered = trees.stream().map(Tree::numbered).toList();
        int[] own = IntStream.range(0, trees.size()).toArray();
        Sums places = new Sums(sums.arithmetic(), new double[trees.size()], own, 1, 1);
        return new LinearWalk(width, sums, trees, Forest.walk(width, places, numbered));
    }

    @Override
    public int keys() {
        return leaves.keys() + 2 * width;
    }

    @Override
    public void keys(float[] features, int offset, int[] into, int from) {
        leaves.keys(features, offset, into, from);
        for (int i = 0; i < width; i++) {
            PlainWalk.key(features[offset + i], into, from + leaves.keys() + 2 * i);
        }
    }

    @Override
    public void keys(double[] features, int offset, int[] into, int from) {
        leaves.keys(features, offset, into, from);
        for (int i = 0; i < width; i++) {
            PlainWalk.key(features[offset + i], into, from + leaves.keys() + 2 * i);
        }
    }

    @Override
    public double sum(int[] keys) {
        double[] one = new double[1];
        sums(keys, one, 0);
        return one[0];
    }

    @Override
    public void sums(int[] keys, double[] into, int at) {
        double[] places = new double[trees.size()];
        leaves.sums(keys, places, 0);
        add(places, 0, keys, leaves.keys(), into, at);
    }

    @Override
    public void block(int[] keys, int count, double[] into) {
        int wide = leaves.keys();
        int[] own = new int[BLOCK * wide];
        for (int row = 0; row < count; row++) {
            System.arraycopy(keys, row * keys(), own, row * wide, wide);
        }
        double[] places = new double[BLOCK * trees.size()];
        leaves.block(own, count, places);
        for (int row = 0; row < count; row++) {
            add(places, row * trees.size(), keys, row * keys() + wide, into, row * sums.width());
        }
    }

    private void add(double[] places, int first, int[] keys, int from, double[] into, int at) {
        sums.start(into, at);
        for (int t = 0; t < trees.size(); t++) {
            int to = at + sums.output(t);
            into[to] = sums.arithmetic().add(into[to], leaf(trees.get(t), (int) places[first + t], keys, from));
        }
    }

    /// The number of a leaf for the row whose halves stand from `from`.
    static double leaf(Tree tree, int node, int[] keys, int from) {
        @Nullable LinearLeaf linear = tree.linear(node);
        if (linear == null) {
            return tree.value(node);
        }
        double sum = linear.constant();
        for (int i = 0; i < linear.length(); i++) {
            double x = PlainWalk.number(keys, from, linear.feature(i));
            if (Double.isNaN(x)) {
                return tree.value(node);
            }
            sum += linear.weight(i) * x;
        }
        return sum;
    }
}
