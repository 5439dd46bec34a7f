package dev.hansom.score.kernel;

import java.util.Arrays;

/// The exact contributions of features to the sum of a forest: path-dependent TreeSHAP, where a feature
/// that is
/// left
/// out sends a row down both sides of its splits, by how many rows went there in training.
///
/// The value of a feature is the integral over t from 0 to 1 of how much the leaves' weighted sum gains by the
/// feature when each other feature is known with probability t. For one leaf that is a polynomial of t, whose
/// degree is one less than the number of different features on the way to it; so few points of Gauss-Legendre
/// are
/// exact,
/// all factors are positive, and one pass down and one up a tree are enough for all features: trees × nodes ×
/// points
/// instead of trees × leaves × depth².
/// Source: Lundberg et al., "From local explanations to global understanding", 2020 (what is calculated);
/// Shapley
/// values
/// as an integral: Owen, "Multilinear extensions of games", 1972; sums shared by all leaves below a
/// node: Yu et
/// al.,
/// "Linear TreeShap", 2022, and Yang, "Fast TreeSHAP", 2021.
/// Threads: immutable; a [Room] is one thread's.
public final class Shap {
    /// So many points are calculated side by side.
    private static final int LANES = 4;

    private final Forest forest;
    private final ShapTree[] trees;
    private final Quadrature quadrature;
    private final double[] biases;
    private final int features;
    private final int outputs;
    private final int widest;

    /// Errors: a forest whose trees do not know how many rows they saw is an [IllegalArgumentException].
    public Shap(Forest forest) {
        this.forest = forest;
        this.features = forest.width();
        this.outputs = forest.sums().width();
        int most = 1;
        int nodes = 1;
        for (int t = 0; t < forest.size(); t++) {
            Tree tree = forest.tree(t);
            if (!tree.hasCovers()) {
                throw new IllegalArgumentException("tree " + t + " does not say how many rows its nodes saw"
                        + " (expected: covers, without which contributions cannot be calculated)");
            }
            if (tree.hasLinearLeaves()) {
                throw new IllegalArgumentException(
                        "tree " + t + " has leaves that are linear models (expected: numbers,"
                                + " for which alone contributions are defined)");
            }
            most = Math.max(most, ShapTree.different(tree));
            nodes = Math.max(nodes, tree.size());
        }
        int points = (most + 1) / 2;
        this.quadrature = padded(Quadrature.of(points));
        this.widest = nodes;
        this.trees = new ShapTree[forest.size()];
        this.biases = forest.sums().bases();
        for (int t = 0; t < trees.length; t++) {
            trees[t] = new ShapTree(forest.tree(t), forest.sums().arithmetic(), quadrature.points());
            biases[forest.sums().output(t)] += trees[t].mean();
        }
        for (int i = 0; i < outputs; i++) {
            biases[i] /= forest.sums().divisor();
        }
    }

    /// The points, up to whole lanes with points of no weight.
    private static Quadrature padded(Quadrature exact) {
        int count = exact.points().length;
        int whole = (count + LANES - 1) / LANES * LANES;
        double[] points = Arrays.copyOf(exact.points(), whole);
        Arrays.fill(points, count, whole, 0.5);
        return new Quadrature(points, Arrays.copyOf(exact.weights(), whole));
    }

    /// How many numbers the contributions of a row have: for each output the features in order, and its bias.
    public int size() {
        return Math.multiplyExact(outputs, features + 1);
    }

    /// Room for the calculation of one row at a time.
    public Room room() {
        return new Room(widest, features);
    }

    /// The contributions of a row of float32 features.
    double[] contributions(float[] features, int offset) {
        double[] into = new double[size()];
        double[] row = new double[this.features];
        for (int i = 0; i < row.length; i++) {
            row[i] = features[offset + i];
        }
        contributions(row, 0, room(), into, 0);
        return into;
    }

    /// Writes the contributions of a row to `into` from `at`: for each output those of the features in order,
    /// then the bias. Together they are the output's sum before the link (within the rounding of float64
    /// sums).
    public void contributions(double[] row, int offset, Room room, double[] into, int at) {
        Arrays.fill(into, at, at + size(), 0);
        for (int output = 0; output < outputs; output++) {
            into[at + output * (features + 1) + features] = biases[output];
        }
        Sums sums = forest.sums();
        double[] points = quadrature.points();
        double[] weights = quadrature.weights();
        ShapTree.keys(row, offset, features, sums.arithmetic(), room.keys);
        for (int t = 0; t < trees.length; t++) {
            int to = at + sums.output(t) * (features + 1);
            trees[t].decide(row, offset, room);
            for (int lane = 0; lane < points.length; lane += LANES) {
                trees[t].add(room, points, weights, lane, into, to);
            }
        }
        if (sums.divisor() != 1) {
            for (int i = 0; i < size(); i++) {
                into[at + i] /= i % (features + 1) == features ? 1 : sums.divisor();
            }
        }
    }

    /// Room for one row on its way through one tree.
    public static final class Room {
        /// Whether a node's way of its feature holds for the row: 1 or 0.
        final double[] on;
        /// Whether the row goes right at a split.
        final byte[] right;
        final long[] keys;
        final double[] above;
        final double[] below;

        private Room(int nodes, int features) {
            on = new double[nodes];
            right = new byte[nodes];
            keys = new long[2 * features];
            above = new double[LANES * (nodes + 1)];
            below = new double[LANES * nodes];
        }
    }
}
