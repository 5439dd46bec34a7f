package dev.hansom.score.file;

import dev.hansom.score.kernel.Tree;

/// The nodes of a tree of scikit-learn: an array of records beside an array of values.
final class SkopsTreeNodes implements Tree.Nodes {
    private static final int LEAF = -1;

    private final double[] lefts;
    private final double[] rights;
    private final double[] features;
    private final double[] thresholds;
    private final double[] missing;
    private final double[] covers;
    private final Leaves leaves;
    private final boolean placesMissing;

    /// The number of leaf i is `rate * values[i * stride + offset]`.
    @SuppressWarnings("ArrayRecordComponent")
    record Leaves(double[] values, int stride, int offset, double rate) {
        double value(int node) {
            return rate * values[node * stride + offset];
        }
    }

    SkopsTreeNodes(SkopsNode tree, Leaves leaves, int width) {
        Npy nodes = tree.at("nodes").array();
        lefts = nodes.numbers("left_child");
        rights = nodes.numbers("right_child");
        features = nodes.numbers("feature");
        thresholds = nodes.numbers("threshold");
        covers = nodes.numbers("weighted_n_node_samples");
        placesMissing = nodes.has("missing_go_to_left");
        missing = placesMissing ? nodes.numbers("missing_go_to_left") : new double[lefts.length];
        this.leaves = leaves;
        if (leaves.values.length < (long) lefts.length * leaves.stride) {
            throw tree.wrong(leaves.values.length + " values", "one a node");
        }
        for (int i = 0; i < lefts.length; i++) {
            if (lefts[i] != LEAF && (features[i] < 0 || features[i] >= width)) {
                throw tree.wrong("a split on column " + (long) features[i], "0 to " + (width - 1));
            }
        }
    }

    /// Whether each split says where a missing value goes.
    boolean placesMissing() {
        return placesMissing;
    }

    @Override
    public int size() {
        return lefts.length;
    }

    @Override
    public int split(int node) {
        if (lefts[node] == LEAF) {
            return LEAF;
        }
        return ((int) features[node]) * 2 + (missing[node] == 0 ? 1 : 0);
    }

    @Override
    public double value(int node) {
        return lefts[node] == LEAF ? leaves.value(node) : thresholds[node];
    }

    @Override
    public int left(int node) {
        return (int) lefts[node];
    }

    @Override
    public int right(int node) {
        return (int) rights[node];
    }

    @Override
    public double cover(int node) {
        return covers[node];
    }
}
