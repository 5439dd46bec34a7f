package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// One regression tree, its nodes breadth first from the root, siblings side by side.
///
/// So the children of the k-th split (from 0, in the order of the nodes) are the nodes `2k + 1` and `2k +
/// 2`, and need not be stored. A row goes left where its number is below the threshold (as the [Arithmetic]
/// says), or where its category is in none of those that go right; a missing number goes where the split
/// says.
/// Threads: immutable.
public final class Tree {
    private static final int LEAF = -1;
    /// Stands for the set of a split that has none.
    static final int[] NO_SET = {};

    private final int[] splits;
    private final double[] values;
    private final int[] lefts;
    private final double @Nullable [] covers;
    private final int @Nullable [][] sets;
    private final Missing @Nullable [] missing;
    private final @Nullable LinearLeaf @Nullable [] linear;

    /// `splits`: -1 for a leaf, else `feature * 2`, plus 1 where a missing value goes right. `values`: the
    /// number of a leaf, the threshold of a split.
    /// Errors: what is no tree of this shape is an [IllegalArgumentException].
    public Tree(int[] splits, double[] values) {
        this(splits.clone(), values.clone(), null, null, null, null);
    }

    /// As with float64 values.
    public Tree(int[] splits, float[] values) {
        this(splits.clone(), wide(values), null, null, null, null);
    }

    /// Takes the arrays as they are. `covers`: how many rows, or how much weight, each node saw in training.
    /// `sets`: the categories that go right, in order; [#NO_SET] where a split is by a threshold. `missing`:
    /// what is missing at each split; without it, NaN.
    Tree(
            int[] splits,
            double[] values,
            double @Nullable [] covers,
            int @Nullable [][] sets,
            Missing @Nullable [] missing,
            @Nullable LinearLeaf @Nullable [] linear) {
        if (splits.length != values.length || splits.length == 0) {
            throw new IllegalArgumentException(
                    "a tree of " + splits.length + " splits and " + values.length + " values (expected: as many, > 0)");
        }
        this.splits = splits;
        this.values = values;
        this.covers = covers;
        this.sets = sets;
        this.missing = missing;
        this.linear = linear;
        this.lefts = lefts();
        for (int i = 0; i < values.length; i++) {
            if (!isLeaf(i)) {
                this.values[i] = isSet(i) ? 0 : checked(values[i], i);
                check(categories(i), i);
            }
        }
    }

    /// The tree that hangs together from node 0 of `nodes`, whatever their order there; nodes out of reach
    /// are left out.
    /// Errors: a node that is reached twice, or a child that is not there, is an [IllegalArgumentException].
    public static Tree of(Nodes nodes) {
        int size = nodes.size();
        int[] queue = new int[size];
        int[] splits = new int[size];
        BitSet seen = new BitSet(size);
        int end = reach(nodes, 0, queue, 0, seen);
        for (int i = 0; i < end; i++) {
            int node = queue[i];
            splits[i] = nodes.split(node);
            if (splits[i] != LEAF) {
                end = reach(nodes, nodes.left(node), queue, end, seen);
                end = reach(nodes, nodes.right(node), queue, end, seen);
            }
        }
        return new Gathered(nodes, queue, end).tree(Arrays.copyOf(splits, end));
    }

    /// The nodes of a tree as other libraries hold them: linked by index.
    public interface Nodes {
        /// How many nodes.
        int size();

        /// As in [Tree#Tree(int\[\], double\[\])].
        int split(int node);

        /// The number of a leaf, the threshold of a split.
        double value(int node);

        /// Where rows below the threshold, or whose category is in no set, go.
        int left(int node);

        /// Where the others go.
        int right(int node);

        /// The categories that go right, in ascending order; null where the split is by a threshold.
        default int @Nullable [] set(int node) {
            return null;
        }

        /// What is missing at a split.
        default Missing missing(int node) {
            return Missing.NAN;
        }

        /// The weighted sum that a leaf is; null where it is a number.
        default @Nullable LinearLeaf linear(int node) {
            return null;
        }

        /// How many rows, or how much weight, the node saw in training; NaN where nobody knows.
        default double cover(int node) {
            return Double.NaN;
        }
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

    /// The number of a leaf, the threshold of a split by one.
    public double value(int node) {
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

    /// What is missing at a split.
    public Missing missing(int node) {
        return missing == null ? Missing.NAN : missing[node];
    }

    /// Whether any split has another kind of missing than [Missing#NAN].
    public boolean hasMissing() {
        return missing != null;
    }

    /// Whether a split is by categories.
    @SuppressWarnings("ReferenceEquality")
    public boolean isSet(int node) {
        return categories(node) != NO_SET;
    }

    private int[] categories(int node) {
        return sets == null ? NO_SET : sets[node];
    }

    /// Whether any split is by categories.
    public boolean hasSets() {
        return sets != null;
    }

    /// A copy of the categories that go right at a split by categories, in ascending order.
    public int[] set(int node) {
        return categories(node).clone();
    }

    /// Whether any leaf is a weighted sum.
    public boolean hasLinearLeaves() {
        return linear != null;
    }

    /// The weighted sum that a leaf is; null where it is a number.
    public @Nullable LinearLeaf linear(int node) {
        return linear == null ? null : linear[node];
    }

    /// Whether each node knows its [#cover(int)].
    public boolean hasCovers() {
        return covers != null;
    }

    /// How many rows, or how much weight, a node saw in training; NaN where nobody knows.
    public double cover(int node) {
        return covers == null ? Double.NaN : covers[node];
    }

    /// The left child of a split; the right one is the next node. The node itself where it is a leaf.
    public int left(int node) {
        return lefts[node];
    }

    /// Where a row whose feature is `x` goes from a split: the definition of a tree, which faster walks equal.
    public int next(int node, double x, Arithmetic arithmetic) {
        return lefts[node] + (goesRight(node, x, arithmetic) ? 1 : 0);
    }

    private boolean goesRight(int node, double x, Arithmetic arithmetic) {
        if (isSet(node)) {
            boolean in = !Double.isNaN(x) && Arrays.binarySearch(categories(node), arithmetic.category(x)) >= 0;
            return Double.isNaN(x) ? !missingLeft(node) : in;
        }
        Missing kind = missing(node);
        double number = kind == Missing.NONE && Double.isNaN(x) ? 0 : x;
        return kind.holds(number) ? !missingLeft(node) : arithmetic.right(number, values[node]);
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
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = isLeaf(i) ? (float) scaled[i] * weight : scaled[i];
        }
        return new Tree(splits, scaled, covers, sets, missing, null);
    }

    /// The same splits, the number of every leaf that of its node.
    Tree numbered() {
        double[] numbers = values.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = isLeaf(i) ? i : numbers[i];
        }
        return new Tree(splits, numbers, null, sets, missing, null);
    }

    /// The same splits on the features that stand in `places` for the own ones.
    Tree over(int[] places) {
        int[] moved = splits.clone();
        for (int i = 0; i < moved.length; i++) {
            if (linear(i) != null || (!isLeaf(i) && places[feature(i)] < 0)) {
                throw new IllegalArgumentException("node " + i + " reads more (expected: only the features kept)");
            }
            moved[i] = isLeaf(i) ? LEAF : places[feature(i)] * 2 + (splits[i] & 1);
        }
        return new Tree(moved, values.clone(), covers, sets, missing, null);
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

    private static double checked(double threshold, int node) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("node " + node + ": a threshold that is no number (expected: a number)");
        }
        return threshold + 0.0;
    }

    private static void check(int[] categories, int node) {
        for (int i = 0; i < categories.length; i++) {
            if (categories[i] < (i == 0 ? 0 : categories[i - 1])) {
                throw new IllegalArgumentException(
                        "node " + node + ": category " + categories[i] + " (expected: 0 or more, in ascending order)");
            }
        }
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
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

    /// What a tree's nodes hold, in the order in which they were reached; what none has is left out.
    @SuppressWarnings("ArrayRecordComponent")
    private record Gathered(Nodes nodes, int[] order, int end) {
        Tree tree(int[] splits) {
            double[] values = new double[end];
            double[] covers = new double[end];
            int[][] sets = new int[end][];
            Missing[] missing = new Missing[end];
            @Nullable LinearLeaf[] linear = new LinearLeaf[end];
            boolean covered = true;
            boolean setted = false;
            boolean kinds = false;
            boolean sums = false;
            for (int i = 0; i < end; i++) {
                values[i] = nodes.value(order[i]);
                covers[i] = nodes.cover(order[i]);
                int @Nullable [] set = splits[i] == LEAF ? null : nodes.set(order[i]);
                sets[i] = set == null ? NO_SET : set.clone();
                missing[i] = splits[i] == LEAF ? Missing.NAN : nodes.missing(order[i]);
                covered &= !Double.isNaN(covers[i]);
                setted |= set != null;
                linear[i] = splits[i] == LEAF ? nodes.linear(order[i]) : null;
                sums |= linear[i] != null;
                kinds |= missing[i] != Missing.NAN;
            }
            return new Tree(
                    splits,
                    values,
                    covered ? covers : null,
                    setted ? sets : null,
                    kinds ? missing : null,
                    sums ? linear : null);
        }
    }
}
