package dev.hansom.score.kernel;

import java.util.BitSet;

/// One tree of a [Shap].
///
/// A *way* is an edge of the tree, named by the node it leads to; way 0 is the root's own, which always holds.
/// The way
/// of a feature holds for a row where the row goes along all its splits by that feature so far; its *share* is
/// the
/// part of training rows that do. The factor of a way at point t is `share * (1 - t) + holds * t`: going there
/// whether
/// the feature is known or not.
final class ShapTree {
    private static final int ROOT = 0;

    private final Tree tree;
    private final Arithmetic arithmetic;
    private final boolean plain;
    private final double mean;

    /// By split in order: its node, the split above (by its place, one more, 0 for none), its feature, the last
    /// way of
    /// that feature above, and whether both its children are leaves.
    private final int[] nodes;

    private final int[] above;
    private final int[] features;
    private final int[] before;
    private final boolean[] last;
    private final boolean[] missingRight;
    private final double[] thresholds;
    /// By node: the share of its way, and what a leaf adds.
    private final double[] shares;

    private final double[] values;
    /// By split and point: one over the factor of the way before, if it holds.
    private final double[] inverses;
    private final int points;

    ShapTree(Tree tree, Arithmetic arithmetic, double[] points) {
        this.tree = tree;
        this.arithmetic = arithmetic;
        this.plain = !tree.hasSets() && !tree.hasMissing();
        this.points = points.length;
        int splits = tree.size() / 2;
        nodes = new int[splits];
        above = new int[splits];
        features = new int[splits];
        before = new int[splits];
        last = new boolean[splits];
        missingRight = new boolean[splits];
        thresholds = new double[splits];
        shares = new double[tree.size()];
        values = new double[tree.size()];
        inverses = new double[Math.multiplyExact(splits, points.length)];
        mean = lay(points);
    }

    private double lay(double[] points) {
        int[] splitOf = new int[tree.size()];
        double[] local = new double[tree.size()];
        int[] parents = new int[tree.size()];
        shares[ROOT] = 1;
        local[ROOT] = 1;
        int split = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                values[node] = tree.value(node);
                continue;
            }
            int left = tree.left(node);
            splitOf[node] = split;
            nodes[split] = node;
            above[split] = node == ROOT ? 0 : splitOf[parents[node]] + 1;
            features[split] = tree.feature(node);
            before[split] = before(node, parents);
            last[split] = tree.isLeaf(left) && tree.isLeaf(left + 1);
            missingRight[split] = !tree.missingLeft(node);
            thresholds[split] = tree.value(node);
            double share = shares[before[split]];
            for (int child = left; child <= left + 1; child++) {
                parents[child] = node;
                local[child] = tree.cover(node) > 0 ? tree.cover(child) / tree.cover(node) : 0;
                shares[child] = share * local[child];
            }
            for (int k = 0; k < points.length; k++) {
                inverses[split * points.length + k] = 1 / (share + (1 - share) * points[k]);
            }
            split++;
        }
        double[] means = values.clone();
        for (int node = tree.size() - 1; node > 0; node--) {
            means[parents[node]] += local[node] * means[node];
        }
        return means[ROOT];
    }

    /// The nearest way above by the feature of `node`.
    private int before(int node, int[] parents) {
        int way = node;
        while (way != ROOT && tree.feature(parents[way]) != tree.feature(node)) {
            way = parents[way];
        }
        return way;
    }

    /// How many different features the way to a leaf asks at most.
    static int different(Tree tree) {
        int most = 0;
        int[] counts = new int[tree.size()];
        int[] parents = new int[tree.size()];
        BitSet seen = new BitSet();
        for (int node = 0; node < tree.size(); node++) {
            most = Math.max(most, counts[node]);
            if (!tree.isLeaf(node)) {
                boolean repeated = false;
                for (int up = node; up != ROOT && !repeated; up = parents[up]) {
                    repeated = tree.feature(parents[up]) == tree.feature(node);
                }
                seen.set(tree.feature(node));
                for (int child = tree.left(node); child <= tree.left(node) + 1; child++) {
                    parents[child] = node;
                    counts[child] = counts[node] + (repeated ? 0 : 1);
                }
            }
        }
        return most;
    }

    /// What the tree answers without knowing any feature.
    double mean() {
        return mean;
    }

    /// Which way a row goes at each split, known ways or not, and which ways hold.
    void decide(double[] row, int offset, Shap.Room room) {
        double[] on = room.on;
        byte[] right = room.right;
        on[ROOT] = 1;
        for (int split = 0; split < nodes.length; split++) {
            double x = row[offset + features[split]];
            int goesRight = plain ? plain(split, x) : tree.next(nodes[split], x, arithmetic) - 2 * split - 1;
            double held = on[before[split]];
            right[split] = (byte) goesRight;
            on[2 * split + 1] = goesRight == 0 ? held : 0;
            on[2 * split + 2] = goesRight == 0 ? 0 : held;
        }
    }

    private int plain(int split, double x) {
        boolean is = Double.isNaN(x) ? missingRight[split] : arithmetic.right(x, thresholds[split]);
        return is ? 1 : 0;
    }

    /// Adds the contributions of the row decided on in `room`, as far as four points from `lane` say.
    void add(Shap.Room room, double[] at, double[] weights, int lane, double[] into, int to) {
        down(room, at, lane);
        up(room, at, weights, lane, into, to);
    }

    /// By split, the product of the factors of all ways above, without that of its own feature.
    private void down(Shap.Room room, double[] at, int lane) {
        double[] on = room.on;
        double[] product = room.above;
        double t0 = at[lane];
        double t1 = at[lane + 1];
        double t2 = at[lane + 2];
        double t3 = at[lane + 3];
        product[0] = 1;
        product[1] = 1;
        product[2] = 1;
        product[3] = 1;
        for (int split = 0; split < nodes.length; split++) {
            int node = nodes[split];
            int from = 4 * above[split];
            double share = shares[node];
            double gain = on[node] - share;
            double p0 = product[from] * (share + gain * t0);
            double p1 = product[from + 1] * (share + gain * t1);
            double p2 = product[from + 2] * (share + gain * t2);
            double p3 = product[from + 3] * (share + gain * t3);
            int own = 4 * split + 4;
            if (on[before[split]] != 0) {
                int inverse = split * points + lane;
                product[own] = p0 * inverses[inverse];
                product[own + 1] = p1 * inverses[inverse + 1];
                product[own + 2] = p2 * inverses[inverse + 2];
                product[own + 3] = p3 * inverses[inverse + 3];
            } else {
                double share2 = shares[before[split]];
                double by = share2 > 0 ? 1 / share2 : 0;
                product[own] = p0 * by / (1 - t0);
                product[own + 1] = p1 * by / (1 - t1);
                product[own + 2] = p2 * by / (1 - t2);
                product[own + 3] = p3 * by / (1 - t3);
            }
        }
    }

    /// By node, the sum of the leaves below, each times the factors of the ways from the node to it.
    private void up(Shap.Room room, double[] at, double[] weights, int lane, double[] into, int to) {
        double[] on = room.on;
        double[] product = room.above;
        double[] sum = room.below;
        double t0 = at[lane];
        double t1 = at[lane + 1];
        double t2 = at[lane + 2];
        double t3 = at[lane + 3];
        double w0 = weights[lane];
        double w1 = weights[lane + 1];
        double w2 = weights[lane + 2];
        double w3 = weights[lane + 3];
        for (int split = nodes.length - 1; split >= 0; split--) {
            int left = 2 * split + 1;
            int hot = left + room.right[split];
            int own = 4 * nodes[split];
            double shareLeft = shares[left];
            double shareRight = shares[left + 1];
            int way = before[split];
            double share = shares[way];
            if (last[split]) {
                double both = shareLeft * values[left] + shareRight * values[left + 1];
                if (on[way] != 0) {
                    int inverse = split * points + lane;
                    double i0 = inverses[inverse];
                    double i1 = inverses[inverse + 1];
                    double i2 = inverses[inverse + 2];
                    double i3 = inverses[inverse + 3];
                    double here = values[hot] - both;
                    sum[own] = i0 * (both + t0 * here);
                    sum[own + 1] = i1 * (both + t1 * here);
                    sum[own + 2] = i2 * (both + t2 * here);
                    sum[own + 3] = i3 * (both + t3 * here);
                    int p = 4 * split + 4;
                    into[to + features[split]] += (share * values[hot] - both)
                            * (w0 * i0 * product[p]
                                    + w1 * i1 * product[p + 1]
                                    + (w2 * i2 * product[p + 2] + w3 * i3 * product[p + 3]));
                } else {
                    double s = share > 0 ? both / share : 0;
                    sum[own] = s;
                    sum[own + 1] = s;
                    sum[own + 2] = s;
                    sum[own + 3] = s;
                }
            } else {
                int l = 4 * left;
                int r = l + 4;
                if (tree.isLeaf(left)) {
                    double v = values[left];
                    sum[l] = v;
                    sum[l + 1] = v;
                    sum[l + 2] = v;
                    sum[l + 3] = v;
                }
                if (tree.isLeaf(left + 1)) {
                    double v = values[left + 1];
                    sum[r] = v;
                    sum[r + 1] = v;
                    sum[r + 2] = v;
                    sum[r + 3] = v;
                }
                double b0 = shareLeft * sum[l] + shareRight * sum[r];
                double b1 = shareLeft * sum[l + 1] + shareRight * sum[r + 1];
                double b2 = shareLeft * sum[l + 2] + shareRight * sum[r + 2];
                double b3 = shareLeft * sum[l + 3] + shareRight * sum[r + 3];
                if (on[way] != 0) {
                    int inverse = split * points + lane;
                    double i0 = inverses[inverse];
                    double i1 = inverses[inverse + 1];
                    double i2 = inverses[inverse + 2];
                    double i3 = inverses[inverse + 3];
                    int h = 4 * hot;
                    double h0 = sum[h];
                    double h1 = sum[h + 1];
                    double h2 = sum[h + 2];
                    double h3 = sum[h + 3];
                    sum[own] = i0 * (b0 + t0 * (h0 - b0));
                    sum[own + 1] = i1 * (b1 + t1 * (h1 - b1));
                    sum[own + 2] = i2 * (b2 + t2 * (h2 - b2));
                    sum[own + 3] = i3 * (b3 + t3 * (h3 - b3));
                    int p = 4 * split + 4;
                    into[to + features[split]] += w0 * i0 * product[p] * (share * h0 - b0)
                            + w1 * i1 * product[p + 1] * (share * h1 - b1)
                            + (w2 * i2 * product[p + 2] * (share * h2 - b2)
                                    + w3 * i3 * product[p + 3] * (share * h3 - b3));
                } else {
                    double by = share > 0 ? 1 / share : 0;
                    sum[own] = b0 * by;
                    sum[own + 1] = b1 * by;
                    sum[own + 2] = b2 * by;
                    sum[own + 3] = b3 * by;
                }
            }
        }
    }
}
