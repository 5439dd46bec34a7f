package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.List;

/// The walk of packed words over the ranks of [RankKeys]: float64 thresholds and sums, splits by categories,
/// every kind of missing, any arithmetic.
///
/// A word holds, from the high end: 32 bits, the threshold's rank (split), the place of the leaf's number
/// (leaf), or with the highest bit set the place of a set's bits (split by categories); then as in [Words]
/// the place of the key and the distance to the left child. Eight trees or eight rows are walked at a time
/// and no step branches.
final class RankWalk implements Walk {
    private static final int LANES = 8;
    private static final int MOST_BITS = 1 << 24;

    private final RankKeys layout;
    private final Sums sums;
    private final Arithmetic arithmetic;
    private final int width;
    private final int slots;
    private final int shift;
    private final int mask;
    private final int trees;
    private final long[] words;
    private final double[] leaves;
    private final int[] sets;
    /// Where each tree starts, up to a whole number of lanes; the last word, which adds nothing, pads.
    private final int[] roots;
    private final int[] depths;
    /// How deep the deepest of eight trees is.
    private final int[] deepest;
    private final int[] outputs;

    RankWalk(RankKeys layout, Sums sums, List<Tree> trees) {
        this.layout = layout;
        this.sums = sums;
        this.arithmetic = sums.arithmetic();
        this.width = sums.width();
        this.slots = layout.slots();
        this.shift = shift(layout);
        this.mask = (1 << shift) - 1;
        this.trees = trees.size();
        int size = trees.stream().mapToInt(Tree::size).reduce(1, Math::addExact);
        this.words = new long[size];
        this.leaves = new double[size / 2 + trees.size() + 1];
        this.sets = new int[(int) bits(layout, trees)];
        this.roots = new int[(this.trees + LANES - 1) / LANES * LANES];
        this.depths = new int[roots.length];
        this.deepest = new int[roots.length / LANES];
        this.outputs = Arrays.copyOf(sums.outputs(), roots.length);
        Arrays.fill(roots, size - 1);
        plant(trees);
    }

    /// Whether it takes such trees.
    static boolean takes(RankKeys layout, List<Tree> trees) {
        return layout.exact()
                && FloatWalk.farthest(trees) <= (1 << shift(layout)) - 1
                && bits(layout, trees) <= MOST_BITS;
    }

    private static int shift(RankKeys layout) {
        return Integer.numberOfLeadingZeros(Math.max(1, layout.slots()));
    }

    /// How many ints the bits of all sets take.
    private static long bits(RankKeys layout, List<Tree> trees) {
        long bits = 1;
        for (Tree tree : trees) {
            for (int node = 0; node < tree.size() && tree.hasSets(); node++) {
                bits += tree.isSet(node) ? layout.categories(tree, node).length() : 0;
            }
        }
        return bits;
    }

    private void plant(List<Tree> trees) {
        int at = 0;
        int leaf = 0;
        int bits = 1;
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            roots[t] = at;
            depths[t] = tree.depth();
            deepest[t / LANES] = Math.max(deepest[t / LANES], depths[t]);
            for (int node = 0; node < tree.size(); node++) {
                if (tree.isLeaf(node)) {
                    leaves[leaf] = tree.value(node);
                    words[at++] = word(leaf++, slots, 0);
                } else if (tree.isSet(node)) {
                    RankKeys.Categories categories = layout.categories(tree, node);
                    categories.write(tree.set(node), sets, bits);
                    words[at++] = word(bits | Integer.MIN_VALUE, layout.slot(tree, node), tree.left(node) - node);
                    bits += categories.length();
                } else {
                    words[at++] = word(layout.rank(tree, node), layout.slot(tree, node), tree.left(node) - node);
                }
            }
        }
        leaves[leaf] = -0.0;
        words[at] = word(leaf, slots, 0);
    }

    private long word(int high, int place, int distance) {
        return ((long) high << 32) | (((place << shift) | distance) & 0xffff_ffffL);
    }

    @Override
    public int keys() {
        return slots + 1;
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
        return walk(keys, sums.base(0), leaves, 0);
    }

    @Override
    public void sums(int[] keys, double[] into, int at) {
        sums.start(into, at);
        into[at] = walk(keys, into[at], into, at);
    }

    /// With one output its sum is returned, with several they are added to `into`.
    private double walk(int[] keys, double before, double[] into, int at) {
        double sum = before;
        for (int t = 0; t < roots.length; t += LANES) {
            sum = sets.length > 1 ? eightTreesOfSets(t, keys, sum, into, at) : eightTrees(t, keys, sum, into, at);
        }
        return width == 1 ? sum : into[at];
    }

    @Override
    public void block(int[] keys, int count, double[] into) {
        double[] of = new double[BLOCK * width];
        for (int output = 0; output < width; output++) {
            Arrays.fill(of, output * BLOCK, (output + 1) * BLOCK, sums.base(output));
        }
        for (int t = 0; t < trees; t++) {
            for (int row = 0; row < count; row += LANES) {
                if (sets.length > 1) {
                    eightRowsOfSets(t, keys, row, of, outputs[t] * BLOCK + row);
                } else {
                    eightRows(t, keys, row, of, outputs[t] * BLOCK + row);
                }
            }
        }
        for (int row = 0; row < count; row++) {
            for (int output = 0; output < width; output++) {
                into[row * width + output] = of[output * BLOCK + row];
            }
        }
    }

    private double eightTrees(int t, int[] keys, double before, double[] into, int at) {
        long[] words = this.words;
        int shift = this.shift;
        int mask = this.mask;
        int n0 = roots[t];
        int n1 = roots[t + 1];
        int n2 = roots[t + 2];
        int n3 = roots[t + 3];
        int n4 = roots[t + 4];
        int n5 = roots[t + 5];
        int n6 = roots[t + 6];
        int n7 = roots[t + 7];
        for (int steps = deepest[t >> 3]; steps > 0; steps--) {
            if ((steps & 1) == 0 && ended(words, n0, n1, n2, n3) && ended(words, n4, n5, n6, n7)) {
                break;
            }
            n0 = step(words, n0, keys, 0, shift, mask);
            n1 = step(words, n1, keys, 0, shift, mask);
            n2 = step(words, n2, keys, 0, shift, mask);
            n3 = step(words, n3, keys, 0, shift, mask);
            n4 = step(words, n4, keys, 0, shift, mask);
            n5 = step(words, n5, keys, 0, shift, mask);
            n6 = step(words, n6, keys, 0, shift, mask);
            n7 = step(words, n7, keys, 0, shift, mask);
        }
        if (width == 1) {
            double sum = before;
            sum = arithmetic.add(sum, leaf(n0));
            sum = arithmetic.add(sum, leaf(n1));
            sum = arithmetic.add(sum, leaf(n2));
            sum = arithmetic.add(sum, leaf(n3));
            sum = arithmetic.add(sum, leaf(n4));
            sum = arithmetic.add(sum, leaf(n5));
            sum = arithmetic.add(sum, leaf(n6));
            sum = arithmetic.add(sum, leaf(n7));
            return sum;
        }
        add(into, at + outputs[t], leaf(n0));
        add(into, at + outputs[t + 1], leaf(n1));
        add(into, at + outputs[t + 2], leaf(n2));
        add(into, at + outputs[t + 3], leaf(n3));
        add(into, at + outputs[t + 4], leaf(n4));
        add(into, at + outputs[t + 5], leaf(n5));
        add(into, at + outputs[t + 6], leaf(n6));
        add(into, at + outputs[t + 7], leaf(n7));
        return before;
    }

    private double eightTreesOfSets(int t, int[] keys, double before, double[] into, int at) {
        long[] words = this.words;
        int[] sets = this.sets;
        int shift = this.shift;
        int mask = this.mask;
        int n0 = roots[t];
        int n1 = roots[t + 1];
        int n2 = roots[t + 2];
        int n3 = roots[t + 3];
        int n4 = roots[t + 4];
        int n5 = roots[t + 5];
        int n6 = roots[t + 6];
        int n7 = roots[t + 7];
        for (int steps = deepest[t >> 3]; steps > 0; steps--) {
            if ((steps & 1) == 0 && ended(words, n0, n1, n2, n3) && ended(words, n4, n5, n6, n7)) {
                break;
            }
            n0 = setStep(words, sets, n0, keys, 0, shift, mask);
            n1 = setStep(words, sets, n1, keys, 0, shift, mask);
            n2 = setStep(words, sets, n2, keys, 0, shift, mask);
            n3 = setStep(words, sets, n3, keys, 0, shift, mask);
            n4 = setStep(words, sets, n4, keys, 0, shift, mask);
            n5 = setStep(words, sets, n5, keys, 0, shift, mask);
            n6 = setStep(words, sets, n6, keys, 0, shift, mask);
            n7 = setStep(words, sets, n7, keys, 0, shift, mask);
        }
        if (width == 1) {
            double sum = before;
            sum = arithmetic.add(sum, leaf(n0));
            sum = arithmetic.add(sum, leaf(n1));
            sum = arithmetic.add(sum, leaf(n2));
            sum = arithmetic.add(sum, leaf(n3));
            sum = arithmetic.add(sum, leaf(n4));
            sum = arithmetic.add(sum, leaf(n5));
            sum = arithmetic.add(sum, leaf(n6));
            sum = arithmetic.add(sum, leaf(n7));
            return sum;
        }
        add(into, at + outputs[t], leaf(n0));
        add(into, at + outputs[t + 1], leaf(n1));
        add(into, at + outputs[t + 2], leaf(n2));
        add(into, at + outputs[t + 3], leaf(n3));
        add(into, at + outputs[t + 4], leaf(n4));
        add(into, at + outputs[t + 5], leaf(n5));
        add(into, at + outputs[t + 6], leaf(n6));
        add(into, at + outputs[t + 7], leaf(n7));
        return before;
    }

    private void eightRows(int t, int[] keys, int row, double[] into, int at) {
        long[] words = this.words;
        int shift = this.shift;
        int mask = this.mask;
        int wide = slots + 1;
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
            if ((steps & 1) == 0 && ended(words, n0, n1, n2, n3) && ended(words, n4, n5, n6, n7)) {
                break;
            }
            n0 = step(words, n0, keys, k, shift, mask);
            n1 = step(words, n1, keys, k + wide, shift, mask);
            n2 = step(words, n2, keys, k + 2 * wide, shift, mask);
            n3 = step(words, n3, keys, k + 3 * wide, shift, mask);
            n4 = step(words, n4, keys, k + 4 * wide, shift, mask);
            n5 = step(words, n5, keys, k + 5 * wide, shift, mask);
            n6 = step(words, n6, keys, k + 6 * wide, shift, mask);
            n7 = step(words, n7, keys, k + 7 * wide, shift, mask);
        }
        add(into, at, leaf(n0));
        add(into, at + 1, leaf(n1));
        add(into, at + 2, leaf(n2));
        add(into, at + 3, leaf(n3));
        add(into, at + 4, leaf(n4));
        add(into, at + 5, leaf(n5));
        add(into, at + 6, leaf(n6));
        add(into, at + 7, leaf(n7));
    }

    private void eightRowsOfSets(int t, int[] keys, int row, double[] into, int at) {
        long[] words = this.words;
        int[] sets = this.sets;
        int shift = this.shift;
        int mask = this.mask;
        int wide = slots + 1;
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
            if ((steps & 1) == 0 && ended(words, n0, n1, n2, n3) && ended(words, n4, n5, n6, n7)) {
                break;
            }
            n0 = setStep(words, sets, n0, keys, k, shift, mask);
            n1 = setStep(words, sets, n1, keys, k + wide, shift, mask);
            n2 = setStep(words, sets, n2, keys, k + 2 * wide, shift, mask);
            n3 = setStep(words, sets, n3, keys, k + 3 * wide, shift, mask);
            n4 = setStep(words, sets, n4, keys, k + 4 * wide, shift, mask);
            n5 = setStep(words, sets, n5, keys, k + 5 * wide, shift, mask);
            n6 = setStep(words, sets, n6, keys, k + 6 * wide, shift, mask);
            n7 = setStep(words, sets, n7, keys, k + 7 * wide, shift, mask);
        }
        add(into, at, leaf(n0));
        add(into, at + 1, leaf(n1));
        add(into, at + 2, leaf(n2));
        add(into, at + 3, leaf(n3));
        add(into, at + 4, leaf(n4));
        add(into, at + 5, leaf(n5));
        add(into, at + 6, leaf(n6));
        add(into, at + 7, leaf(n7));
    }

    /// Whether four walks stand at leaves: deep trees have most leaves near the root.
    private boolean ended(long[] words, int n0, int n1, int n2, int n3) {
        return (((int) words[n0] | (int) words[n1] | (int) words[n2] | (int) words[n3]) & mask) == 0;
    }

    private void add(double[] into, int at, double leaf) {
        into[at] = arithmetic.add(into[at], leaf);
    }

    private double leaf(int node) {
        return leaves[(int) (words[node] >> 32)];
    }

    private static int step(long[] words, int node, int[] keys, int offset, int shift, int mask) {
        long word = words[node];
        int right = (int) (((word >> 32) - keys[offset + ((int) word >>> shift)]) >>> 63);
        return node + ((int) word & mask) + right;
    }

    /// A step by rank and a step by set at once, of which the highest bit of the word takes one.
    private static int setStep(long[] words, int[] sets, int node, int[] keys, int offset, int shift, int mask) {
        long word = words[node];
        int high = (int) (word >> 32);
        int key = keys[offset + ((int) word >>> shift)];
        int bySet = high >> 31;
        int rank = (int) (((long) high - key) >>> 63) & ~bySet;
        int bit = (sets[((high & Integer.MAX_VALUE) + (key >>> 5)) & bySet] >>> key) & bySet & 1;
        return node + ((int) word & mask) + (rank | bit);
    }
}
