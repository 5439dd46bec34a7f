package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Regression trees in packed words; float32 comparisons and float32 sums in tree order that start at the base score,
/// bit for bit as XGBoost answers.
///
/// A single row walks eight trees at a time, a block of rows walks one tree with eight rows at a time, so that the
/// processor waits for eight loads at once; no step branches.
/// Threads: immutable.
public final class Forest implements NumberKernel {
    private static final int LANES = 8;
    private static final int BLOCK = 64;
    private static final int WIDEST = 1 << 24;

    private final int width;
    private final float base;
    private final Link link;
    private final Words layout;
    private final int trees;
    private final long[] words;
    /// Where each tree starts, up to a whole number of lanes; the last word, which adds nothing, pads.
    private final int[] roots;
    private final int[] depths;

    /// `width` features; the sum starts at `base`, is taken over `trees` in order, and `link` makes the answer of it.
    /// Errors: a split on a feature that is not there is an [IllegalArgumentException].
    public Forest(int width, float base, Link link, List<Tree> trees) {
        if (width < 0 || width > WIDEST) {
            throw new IllegalArgumentException("a forest of " + width + " features (expected: 0 to " + WIDEST + ")");
        }
        this.width = width;
        this.base = base;
        this.link = link;
        this.layout = new Words(width);
        this.trees = trees.size();
        int size = trees.stream().mapToInt(Tree::size).reduce(1, Math::addExact);
        this.words = new long[size];
        this.roots = new int[(this.trees + LANES - 1) / LANES * LANES];
        this.depths = new int[roots.length];
        words[size - 1] = layout.pack(new Tree(new int[] {-1}, new float[] {-0.0f}), 0);
        Arrays.fill(roots, size - 1);
        plant(trees);
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
    public int width() {
        return width;
    }

    /// Where the sum starts.
    public float base() {
        return base;
    }

    /// What makes an answer of the sum.
    public Link link() {
        return link;
    }

    /// How many trees.
    public int size() {
        return trees;
    }

    /// How many nodes all trees have.
    public int nodes() {
        return words.length - 1;
    }

    /// Tree `index`, unpacked.
    public Tree tree(int index) {
        int from = roots[index];
        int to = index + 1 < trees ? roots[index + 1] : nodes();
        int[] splits =
                IntStream.range(from, to).map(i -> layout.split(words[i])).toArray();
        float[] values = new float[splits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.value(words[from + i]);
        }
        return new Tree(splits, values);
    }

    @Override
    public int scratch() {
        return layout.keys();
    }

    @Override
    public double answer(float[] features, int offset, int[] scratch) {
        return link.answer(sum(features, offset, scratch));
    }

    /// The sum before the link, with room as for an answer.
    public float sum(float[] features, int offset, int[] scratch) {
        layout.keys(features, offset, scratch, 0);
        float sum = base;
        for (int t = 0; t < roots.length; t += LANES) {
            sum = eightTrees(t, scratch, sum);
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
    public void answer(float[] features, int rows, double[] into, int from) {
        int[] keys = new int[Math.multiplyExact(BLOCK, layout.keys())];
        float[] sums = new float[BLOCK];
        for (int start = 0; start < rows; start += BLOCK) {
            int count = Math.min(BLOCK, rows - start);
            for (int row = 0; row < count; row++) {
                layout.keys(features, (start + row) * width, keys, row * layout.keys());
            }
            Arrays.fill(sums, base);
            for (int t = 0; t < trees; t++) {
                for (int row = 0; row < count; row += LANES) {
                    eightRows(t, keys, row, sums);
                }
            }
            for (int row = 0; row < count; row++) {
                into[from + start + row] = link.answer(sums[row]);
            }
        }
    }

    private void eightRows(int t, int[] keys, int row, float[] sums) {
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
        sums[row] += leaf(words[n0]);
        sums[row + 1] += leaf(words[n1]);
        sums[row + 2] += leaf(words[n2]);
        sums[row + 3] += leaf(words[n3]);
        sums[row + 4] += leaf(words[n4]);
        sums[row + 5] += leaf(words[n5]);
        sums[row + 6] += leaf(words[n6]);
        sums[row + 7] += leaf(words[n7]);
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
