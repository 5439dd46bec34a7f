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

    /// By split in order: its node, the split above (by its place, one more, 0 for none), its feature, the
    /// last
    /// way of
    /// that feature above, and whether both its children are leaves.
    private final int[] nodes;

    private final int[] above;
    private final int[] features;
    private final int[] before;
    private final boolean[] last;
    /// By split: the place of the row's key that it asks, and the highest key that goes left.
    private final int[] places;

    private final long[] bounds;
    /// By node: the share of its way, and what a leaf adds.
    private final double[] shares;

    private final double[] values;
    private final boolean[] leaf;
    /// By split, by four points, and first where the way before does not hold: one over its factor, by
    /// point; 0 where
    /// that is 0.
    private final double[] inverses;

    ShapTree(Tree tree, Arithmetic arithmetic, double[] points) {
        this.tree = tree;
        this.arithmetic = arithmetic;
        this.plain = !tree.hasSets() && !tree.hasMissing();
        int splits = tree.size() / 2;
        nodes = new int[splits];
        above = new int[splits];
        features = new int[splits];
        before = new int[splits];
        last = new boolean[splits];
        places = new int[splits];
        bounds = new long[splits];
        shares = new double[tree.size()];
        values = new double[tree.size()];
        leaf = new boolean[tree.size()];
        inverses = new double[Math.multiplyExact(splits, 2 * points.length)];
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
                leaf[node] = true;
                continue;
            }
            int left = tree.left(node);
            splitOf[node] = split;
            nodes[split] = node;
            above[split] = node == ROOT ? 0 : splitOf[parents[node]] + 1;
            features[split] = tree.feature(node);
            before[split] = before(node, parents);
            last[split] = tree.isLeaf(left) && tree.isLeaf(left + 1);
            places[split] = tree.split(node);
            bounds[split] = key(tree.value(node)) - (arithmetic == Arithmetic.SINGLE ? 1 : 0);
            double share = shares[before[split]];
            for (int child = left; child <= left + 1; child++) {
                parents[child] = node;
                local[child] = tree.cover(node) > 0 ? tree.cover(child) / tree.cover(node) : 0;
                shares[child] = share * local[child];
            }
            for (int k = 0; k < points.length; k++) {
                int own = 8 * (k / 4 * splits() + split) + k % 4;
                inverses[own] = share > 0 ? 1 / (share * (1 - points[k])) : 0;
                inverses[own + 4] = 1 / (share + (1 - share) * points[k]);
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

    /// Writes the two keys of each feature of a row, longs of the same order: where it is missing, the
    /// lowest in the
    /// first and the highest in the second.
    static void keys(double[] row, int offset, int width, Arithmetic arithmetic, long[] into) {
        for (int i = 0; i < width; i++) {
            double x = arithmetic == Arithmetic.SINGLE ? (float) row[offset + i] : row[offset + i];
            boolean missing = Double.isNaN(x);
            into[2 * i] = missing ? Long.MIN_VALUE : key(x);
            into[2 * i + 1] = missing ? Long.MAX_VALUE : key(x);
        }
    }

    /// Adding zero makes one zero of the two.
    private static long key(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /// Which way a row goes at each split, known ways or not, and which ways hold.
    void decide(double[] row, int offset, Shap.Room room) {
        double[] on = room.on;
        byte[] right = room.right;
        long[] keys = room.keys;
        on[ROOT] = 1;
        for (int split = 0; split < nodes.length; split++) {
            int goesRight = plain ? (keys[places[split]] > bounds[split] ? 1 : 0) : asked(split, row, offset);
            double held = on[before[split]];
            right[split] = (byte) goesRight;
            on[2 * split + 1] = held * (1 - goesRight);
            on[2 * split + 2] = held * goesRight;
        }
    }

    private int asked(int split, double[] row, int offset) {
        return tree.next(nodes[split], row[offset + features[split]], arithmetic) - 2 * split - 1;
    }

    /// Adds the contributions of the row decided on in `room`, as far as four points from `lane` say.
    void add(Shap.Room room, double[] at, double[] weights, int lane, double[] into, int to) {
        down(room, at, lane);
        up(room, at, weights, lane, into, to);
    }

    private int splits() {
        return nodes.length;
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
        int inverse = 2 * lane * splits();
        for (int split = 0; split < nodes.length; split++) {
            int node = nodes[split];
            int from = 4 * above[split];
            int own = 4 * split + 4;
            int one = inverse + 4 * (int) on[before[split]];
            double share = shares[node];
            double gain = on[node] - share;
            product[own] = product[from] * (share + gain * t0) * inverses[one];
            product[own + 1] = product[from + 1] * (share + gain * t1) * inverses[one + 1];
            product[own + 2] = product[from + 2] * (share + gain * t2) * inverses[one + 2];
            product[own + 3] = product[from + 3] * (share + gain * t3) * inverses[one + 3];
            inverse += 8;
        }
    }

    /// By node, the sum of the leaves below, each times the factors of the ways from the node to it; and on
    /// the way, what
    /// each split adds to its feature.
    private void up(Shap.Room room, double[] at, double[] weights, int lane, double[] into, int to) {
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
        int inverse = 2 * lane * splits() + 8 * splits();
        for (int split = nodes.length - 1; split >= 0; split--) {
            inverse -= 8;
            int left = 2 * split + 1;
            int own = 4 * nodes[split];
            int p = 4 * split + 4;
            int way = before[split];
            double held = room.on[way];
            double share = shares[way];
            double shareLeft = shares[left];
            double shareRight = shares[left + 1];
            int hot = left + room.right[split];
            int one = inverse + 4 * (int) held;
            double i0 = inverses[one];
            double i1 = inverses[one + 1];
            double i2 = inverses[one + 2];
            double i3 = inverses[one + 3];
            if (last[split]) {
                double both = shareLeft * values[left] + shareRight * values[left + 1];
                double gain = held * values[hot] - both;
                sum[own] = i0 * (both + t0 * gain);
                sum[own + 1] = i1 * (both + t1 * gain);
                sum[own + 2] = i2 * (both + t2 * gain);
                sum[own + 3] = i3 * (both + t3 * gain);
                double known = w0 * i0 * product[p]
                        + w1 * i1 * product[p + 1]
                        + (w2 * i2 * product[p + 2] + w3 * i3 * product[p + 3]);
                into[to + features[split]] += held * (share * values[hot] - both) * known;
                continue;
            }
            int l = 4 * left;
            int r = l + 4;
            int h = 4 * hot;
            if (leaf[left]) {
                fill(sum, l, values[left]);
            }
            if (leaf[left + 1]) {
                fill(sum, r, values[left + 1]);
            }
            double b0 = shareLeft * sum[l] + shareRight * sum[r];
            double b1 = shareLeft * sum[l + 1] + shareRight * sum[r + 1];
            double b2 = shareLeft * sum[l + 2] + shareRight * sum[r + 2];
            double b3 = shareLeft * sum[l + 3] + shareRight * sum[r + 3];
            double h0 = sum[h];
            double h1 = sum[h + 1];
            double h2 = sum[h + 2];
            double h3 = sum[h + 3];
            sum[own] = i0 * (b0 + t0 * (held * h0 - b0));
            sum[own + 1] = i1 * (b1 + t1 * (held * h1 - b1));
            sum[own + 2] = i2 * (b2 + t2 * (held * h2 - b2));
            sum[own + 3] = i3 * (b3 + t3 * (held * h3 - b3));
            double known = w0 * i0 * product[p] * (share * h0 - b0)
                    + w1 * i1 * product[p + 1] * (share * h1 - b1)
                    + (w2 * i2 * product[p + 2] * (share * h2 - b2) + w3 * i3 * product[p + 3] * (share * h3 - b3));
            into[to + features[split]] += held * known;
        }
    }

    private static void fill(double[] sum, int at, double value) {
        sum[at] = value;
        sum[at + 1] = value;
        sum[at + 2] = value;
        sum[at + 3] = value;
    }
}
