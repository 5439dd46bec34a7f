package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.BitSet;

/// One regression tree, its nodes breadth first from the root, siblings side by side.
///
/// So the children of the k-th split (from 0, in the order of the nodes) are the nodes `2k + 1` and `2k + 2`, and need
/// not be stored. A row goes left where `x < threshold`; a missing x goes where the split says.
/// Threads: immutable.
public final class Tree {
    private static final int LEAF = -1;

    private final int[] splits;
    private final float[] values;
    private final int[] lefts;

    /// `splits`: -1 for a leaf, else `feature * 2`, plus 1 where a missing value goes right. `values`: the number of
    /// a leaf, the threshold of a split.
    /// Errors: what is no tree of this shape is an [IllegalArgumentException].
    public Tree(int[] splits, float[] values) {
        if (splits.length != values.length || splits.length == 0) {
            throw new IllegalArgumentException(
                    "a tree of " + splits.length + " splits and " + values.length + " values (expected: as many, > 0)");
        }
        this.splits = splits.clone();
        this.values = values.clone();
        this.lefts = lefts();
        for (int i = 0; i < values.length; i++) {
            if (!isLeaf(i)) {
                this.values[i] = checked(values[i], i);
            }
        }
    }

    /// The tree that hangs together from node 0 of `nodes`, whatever their order there; nodes out of reach are left
    /// out.
    /// Errors: a node that is reached twice, or a child that is not there, is an [IllegalArgumentException].
    public static Tree of(Nodes nodes) {
        int size = nodes.size();
        int[] queue = new int[size];
        int[] splits = new int[size];
        float[] values = new float[size];
        BitSet seen = new BitSet(size);
        int end = reach(nodes, 0, queue, 0, seen);
        for (int i = 0; i < end; i++) {
            int node = queue[i];
            values[i] = nodes.value(node);
            splits[i] = nodes.split(node);
            if (splits[i] != LEAF) {
                end = reach(nodes, nodes.left(node), queue, end, seen);
                end = reach(nodes, nodes.right(node), queue, end, seen);
            }
        }
        return new Tree(Arrays.copyOf(splits, end), Arrays.copyOf(values, end));
    }

    /// The nodes of a tree as other libraries hold them: linked by index.
    public interface Nodes {
        /// How many nodes.
        int size();

        /// As in [Tree#Tree(int\[\], float\[\])].
        int split(int node);

        /// The number of a leaf, the threshold of a split.
        float value(int node);

        /// Where rows below the threshold go.
        int left(int node);

        /// Where the others go.
        int right(int node);
    }

    /// How many nodes.
    public int size() {
        return splits.length;
    }

    public boolean isLeaf(int node) {
        return splits[node] == LEAF;
    }

    /// As in the constructor.
    public int split(int node) {
        return splits[node];
    }

    /// The number of a leaf, the threshold of a split.
    public float value(int node) {
        return values[node];
    }

    /// The feature that a split asks.
    public int feature(int node) {
        return splits[node] >> 1;
    }

    /// Whether a missing value goes left at a split.
    public boolean missingLeft(int node) {
        return (splits[node] & 1) == 0;
    }

    /// The left child of a split; the right one is the next node. The node itself where it is a leaf.
    public int left(int node) {
        return lefts[node];
    }

    /// How many splits the longest way from the root to a leaf has.
    public int depth() {
        int[] depths = new int[size()];
        int deepest = 0;
        for (int i = 0; i < depths.length; i++) {
            deepest = depths[i];
            if (!isLeaf(i)) {
                depths[lefts[i]] = deepest + 1;
                depths[lefts[i] + 1] = deepest + 1;
            }
        }
        return deepest;
    }

    /// The same splits, every leaf times `weight`, rounded to float32.
    public Tree scaled(float weight) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= isLeaf(i) ? weight : 1;
        }
        return new Tree(splits, scaled);
    }

    private int[] lefts() {
        int[] answer = new int[splits.length];
        int next = 1;
        for (int i = 0; i < splits.length; i++) {
            if (splits[i] < LEAF || i >= next) {
                throw new IllegalArgumentException("node " + i + " of " + splits.length
                        + " hangs on no split (expected: a root, and two nodes a split)");
            }
            answer[i] = isLeaf(i) ? i : next;
            next += isLeaf(i) ? 0 : 2;
        }
        if (next != splits.length) {
            throw new IllegalArgumentException(
                    splits.length + " nodes (expected: " + next + ", a root and two a split)");
        }
        return answer;
    }

    private static float checked(float threshold, int node) {
        if (Float.isNaN(threshold)) {
            throw new IllegalArgumentException("node " + node + ": a threshold that is no number (expected: a number)");
        }
        return threshold + 0.0f;
    }

    private static int reach(Nodes nodes, int node, int[] queue, int end, BitSet seen) {
        if (node < 0 || node >= nodes.size() || seen.get(node)) {
            throw new IllegalArgumentException("node " + node + " of " + nodes.size()
                    + " is not there or is reached twice (expected: each node once)");
        }
        seen.set(node);
        queue[end] = node;
        return end + 1;
    }
}
