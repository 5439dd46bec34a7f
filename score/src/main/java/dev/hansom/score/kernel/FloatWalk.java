package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The walk of packed words for float32 forests whose splits are all by thresholds.
///
/// A single row walks eight trees at a time, a block of rows walks one tree with eight rows at a time, so
/// that the processor waits for eight loads at once; no step branches.
final class FloatWalk implements Walk {
    private static final int LANES = 8;

    private final Sums sums;
    private final float base;
    private final Words layout;
    private final int trees;
    private final long[] words;
    /// Where each tree starts, up to a whole number of lanes; the last word, which adds nothing, pads.
    private final int[] roots;
    private final int[] depths;
    private final int[] outputs;

    FloatWalk(Sums sums, List<Tree> trees) {
        this.sums = sums;
        this.base = (float) sums.base(0);
        this.layout = new Words(asked(trees));
        this.trees = trees.size();
        int size = trees.stream().mapToInt(Tree::size).reduce(1, Math::addExact);
        this.words = new long[size];
        this.roots = new int[(this.trees + LANES - 1) / LANES * LANES];
        this.depths = new int[roots.length];
        this.outputs = Arrays.copyOf(sums.outputs(), roots.length);
        words[size - 1] = layout.pack(new Tree(new int[] {-1}, new float[] {-0.0f}), 0);
        Arrays.fill(roots, size - 1);
        plant(trees);
    }

    /// Whether it takes such trees.
    static boolean takes(Sums sums, List<Tree> trees) {
        return sums.arithmetic() == Arithmetic.SINGLE
                && trees.stream().noneMatch(tree -> tree.hasSets() || tree.hasMissing())
                && farthest(trees) <= new Words(asked(trees)).mask;
    }

    /// How many nodes the left child of any split is away from it.
    static int farthest(List<Tree> trees) {
        int farthest = 0;
        for (Tree tree : trees) {
            for (int node = 0; node < tree.size(); node++) {
                farthest = Math.max(farthest, tree.left(node) - node);
            }
        }
        return farthest;
    }

    private static int[] asked(List<Tree> trees) {
        return trees.stream()
                .flatMapToInt(tree -> IntStream.range(0, tree.size())
                        .filter(i -> !tree.isLeaf(i))
                        .map(tree::feature))
                .sorted()
                .distinct()
                .toArray();
    }

    private void plant(List<Tree> trees) {
        int at = 0;
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            roots[t] = at;
            depths[t] = tree.depth();
            for (int node = 0; node < tree.size(); node++) {
                words[at++] = layout.pack(tree, node);
            }
        }
    }

    @Override
    public int keys() {
        return layout.keys();
    }

    @Override
    public void keys(float[] features, int offset, int[] into, int from) {
        layout.keys(features, offset, into, from);
    }

    @Override
    public void keys(double[] features, int offset, int[] into, int from) {
        layout.keys(features, offset, into, from);
    }

    @Override
    public double sum(int[] keys) {
        float sum = base;
        for (int t = 0; t < roots.length; t += LANES) {
            sum = eightTrees(t, keys, sum);
        }
        return sum;
    }

    private float eightTrees(int t, int[] keys, float before) {
        long[] words = this.words;
        int shift = layout.shift;
        int mask = layout.mask;
        int n0 = roots[t];
        int n1 = roots[t + 1];
        int n2 = roots[t + 2];
        int n3 = roots[t + 3];
        int n4 = roots[t + 4];
        int n5 = roots[t + 5];
        int n6 = roots[t + 6];
        int n7 = roots[t + 7];
        for (int steps = deepest(t); steps > 0; steps--) {
            n0 = step(words, n0, keys, 0, shift, mask);
            n1 = step(words, n1, keys, 0, shift, mask);
            n2 = step(words, n2, keys, 0, shift, mask);
            n3 = step(words, n3, keys, 0, shift, mask);
            n4 = step(words, n4, keys, 0, shift, mask);
            n5 = step(words, n5, keys, 0, shift, mask);
            n6 = step(words, n6, keys, 0, shift, mask);
            n7 = step(words, n7, keys, 0, shift, mask);
        }
        float sum = before;
        sum += leaf(words[n0]);
        sum += leaf(words[n1]);
        sum += leaf(words[n2]);
        sum += leaf(words[n3]);
        sum += leaf(words[n4]);
        sum += leaf(words[n5]);
        sum += leaf(words[n6]);
        sum += leaf(words[n7]);
        return sum;
    }

    private int deepest(int t) {
        int deepest = 0;
        for (int lane = 0; lane < LANES; lane++) {
            deepest = Math.max(deepest, depths[t + lane]);
        }
        return deepest;
    }

    @Override
    public void sums(int[] keys, double[] into, int at) {
        sums.start(into, at);
        for (int t = 0; t < trees; t++) {
            int node = roots[t];
            for (int steps = depths[t]; steps > 0; steps--) {
                node = step(words, node, keys, 0, layout.shift, layout.mask);
            }
            into[at + outputs[t]] = (float) into[at + outputs[t]] + leaf(words[node]);
        }
    }

    @Override
    public void block(int[] keys, int count, double[] into) {
        float[] of = new float[BLOCK * sums.width()];
        for (int output = 0; output < sums.width(); output++) {
            Arrays.fill(of, output * BLOCK, (output + 1) * BLOCK, (float) sums.base(output));
        }
        for (int t = 0; t < trees; t++) {
            for (int row = 0; row < count; row += LANES) {
                eightRows(t, keys, row, of, outputs[t] * BLOCK + row);
            }
        }
        for (int row = 0; row < count; row++) {
            for (int output = 0; output < sums.width(); output++) {
                into[row * sums.width() + output] = of[output * BLOCK + row];
            }
        }
    }

    private void eightRows(int t, int[] keys, int row, float[] of, int at) {
        long[] words = this.words;
        int shift = layout.shift;
        int mask = layout.mask;
        int wide = layout.keys();
        int k = row * wide;
        int n0 = roots[t];
        int n1 = n0;
        int n2 = n0;
        int n3 = n0;
        int n4 = n0;
        int n5 = n0;
        int n6 = n0;
        int n7 = n0;
        for (int steps = depths[t]; steps > 0; steps--) {
            n0 = step(words, n0, keys, k, shift, mask);
            n1 = step(words, n1, keys, k + wide, shift, mask);
            n2 = step(words, n2, keys, k + 2 * wide, shift, mask);
            n3 = step(words, n3, keys, k + 3 * wide, shift, mask);
            n4 = step(words, n4, keys, k + 4 * wide, shift, mask);
            n5 = step(words, n5, keys, k + 5 * wide, shift, mask);
            n6 = step(words, n6, keys, k + 6 * wide, shift, mask);
            n7 = step(words, n7, keys, k + 7 * wide, shift, mask);
        }
        of[at] += leaf(words[n0]);
        of[at + 1] += leaf(words[n1]);
        of[at + 2] += leaf(words[n2]);
        of[at + 3] += leaf(words[n3]);
        of[at + 4] += leaf(words[n4]);
        of[at + 5] += leaf(words[n5]);
        of[at + 6] += leaf(words[n6]);
        of[at + 7] += leaf(words[n7]);
    }

    private static int step(long[] words, int node, int[] keys, int offset, int shift, int mask) {
        long word = words[node];
        int right = (int) (((word >> 32) - keys[offset + ((int) word >>> shift)]) >>> 63);
        return node + ((int) word & mask) + right;
    }

    private static float leaf(long word) {
        return Float.intBitsToFloat((int) (word >> 32));
    }
}
