package dev.hansom.score.file;

import dev.hansom.score.kernel.LinearLeaf;
import dev.hansom.score.kernel.Missing;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One tree as LightGBM writes it: parallel lists of splits and of leaves; a child below 0 is the leaf `-1 -
/// child`.
///
/// As nodes the splits come first, then the leaves. A split by categories sends those of its set left there,
/// and here right, so its children change places; a missing category is in no set.
/// Source: LightGBM 4.7, `Tree::ToString` and the decisions of `tree.h`.
final class LightgbmTree implements Tree.Nodes {
    private static final Set<String> KNOWN = Set.of(
            "num_leaves",
            "num_cat",
            "split_feature",
            "split_gain",
            "threshold",
            "decision_type",
            "left_child",
            "right_child",
            "leaf_value",
            "leaf_weight",
            "leaf_count",
            "internal_value",
            "internal_weight",
            "internal_count",
            "cat_boundaries",
            "cat_threshold",
            "is_linear",
            "leaf_const",
            "num_features",
            "leaf_features",
            "leaf_coeff",
            "shrinkage");
    private static final int CATEGORICAL = 1;
    private static final int MISSING_LEFT = 2;

    private final Map<String, String> lines;
    private final int splits;
    private final int[] features;
    private final double[] thresholds;
    private final int[] decisions;
    private final int[] lefts;
    private final int[] rights;
    private final double[] leaves;
    private final int[] starts;
    private final int[] bits;
    private final double[] splitCounts;
    private final double[] leafCounts;
    private final @Nullable LinearLeaf[] linear;

    private LightgbmTree(Map<String, String> lines) {
        this.lines = lines;
        for (String key : lines.keySet()) {
            if (!KNOWN.contains(key)) {
                throw LightgbmReader.refuse("the member " + key + " of a tree", "what LightGBM up to 4.7 writes");
            }
        }
        this.leaves = numbers("leaf_value");
        this.splits = leaves.length - 1;
        this.features = integers("split_feature", splits);
        this.thresholds = splits == 0 ? new double[0] : numbers("threshold");
        this.decisions = integers("decision_type", splits);
        this.lefts = integers("left_child", splits);
        this.rights = integers("right_child", splits);
        this.splitCounts = counts("internal_count", splits);
        this.leafCounts = counts("leaf_count", leaves.length);
        this.starts = LightgbmText.integers("cat_boundaries", lines.getOrDefault("cat_boundaries", ""));
        this.bits = LightgbmText.integers("cat_threshold", lines.getOrDefault("cat_threshold", ""));
        this.linear = lines.getOrDefault("is_linear", "0").equals("1") ? linear() : new LinearLeaf[0];
        if (leaves.length == 0 || thresholds.length != splits) {
            throw new IllegalArgumentException(leaves.length + " leaves and " + thresholds.length
                    + " thresholds (expected: one leaf more than thresholds)");
        }
        if (LightgbmText.integers("num_leaves", required("num_leaves"))[0] != leaves.length) {
            throw new IllegalArgumentException(
                    "num_leaves=" + lines.get("num_leaves") + " (expected: " + leaves.length + ", what there is)");
        }
    }

    /// The tree of these lines.
    static Tree read(Map<String, String> lines, String where) {
        try {
            return Tree.of(new LightgbmTree(lines));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new ModelFormatException(where + ": " + e.getMessage() + " (expected: places that are there)", e);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(where + ": " + e.getMessage(), e);
        }
    }

    private String required(String key) {
        String line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("no " + key + " (expected: a tree that LightGBM wrote)");
        }
        return line;
    }

    private double[] numbers(String key) {
        return LightgbmText.numbers(key, required(key));
    }

    private int[] integers(String key, int length) {
        if (length <= 0) {
            return new int[0];
        }
        int[] integers = LightgbmText.integers(key, required(key));
        if (integers.length != length) {
            throw new IllegalArgumentException(key + " of " + integers.length + " numbers (expected: " + length + ")");
        }
        return integers;
    }

    /// How many rows; nothing where the file does not say it of all.
    private double[] counts(String key, int length) {
        double[] counts = LightgbmText.numbers(key, lines.getOrDefault(key, ""));
        return counts.length == length ? counts : new double[0];
    }

    private @Nullable LinearLeaf[] linear() {
        double[] constants = numbers("leaf_const");
        int[] lengths = integers("num_features", leaves.length);
        int[] of = LightgbmText.integers("leaf_features", required("leaf_features"));
        double[] weights = numbers("leaf_coeff");
        @Nullable LinearLeaf[] answer = new LinearLeaf[leaves.length];
        int at = 0;
        for (int leaf = 0; leaf < answer.length; leaf++) {
            int end = Math.addExact(at, lengths[leaf]);
            if (end < at || end > Math.min(of.length, weights.length)) {
                throw new IllegalArgumentException(
                        "leaf_features of " + of.length + " (expected: " + end + " or more)");
            }
            answer[leaf] = new LinearLeaf(
                    constants[leaf], Arrays.copyOfRange(of, at, end), Arrays.copyOfRange(weights, at, end));
            at = end;
        }
        return answer;
    }

    @Override
    public int size() {
        return splits + leaves.length;
    }

    @Override
    public int split(int node) {
        if (node >= splits) {
            return -1;
        }
        if (features[node] < 0 || features[node] > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("split_feature " + features[node] + " (expected: 0 or more)");
        }
        boolean left = isSet(node) || (decisions[node] & MISSING_LEFT) != 0;
        return features[node] * 2 + (left ? 0 : 1);
    }

    private boolean isSet(int node) {
        return (decisions[node] & CATEGORICAL) != 0;
    }

    @Override
    public double value(int node) {
        return node >= splits ? leaves[node - splits] : isSet(node) ? 0 : thresholds[node];
    }

    @Override
    public int left(int node) {
        return child(isSet(node) ? rights[node] : lefts[node]);
    }

    @Override
    public int right(int node) {
        return child(isSet(node) ? lefts[node] : rights[node]);
    }

    private int child(int child) {
        return child >= 0 ? child < splits ? child : -1 : splits - 1 - child;
    }

    @Override
    public int @Nullable [] set(int node) {
        if (!isSet(node)) {
            return null;
        }
        int index = (int) thresholds[node];
        int from = starts[index];
        int to = starts[index + 1];
        if (from < 0 || to < from || to > bits.length) {
            throw new IllegalArgumentException("cat_boundaries " + from + " to " + to + " (expected: within the "
                    + bits.length + " of cat_threshold)");
        }
        List<Integer> set = new ArrayList<>();
        for (int category = 0; category < (to - from) * 32; category++) {
            if ((bits[from + category / 32] >>> category & 1) != 0) {
                set.add(category);
            }
        }
        return set.stream().mapToInt(category -> category).toArray();
    }

    @Override
    public Missing missing(int node) {
        if (isSet(node)) {
            return Missing.NAN;
        }
        int kind = decisions[node] >> 2 & 3;
        return switch (kind) {
            case 0 -> Missing.NONE;
            case 1 -> Missing.ZERO;
            case 2 -> Missing.NAN;
            default ->
                throw new IllegalArgumentException(
                        "decision_type " + decisions[node] + " (expected: missing values of kind 0, 1 or 2)");
        };
    }

    @Override
    public double cover(int node) {
        double[] counts = node < splits ? splitCounts : leafCounts;
        int at = node < splits ? node : node - splits;
        return counts.length == 0 ? Double.NaN : counts[at];
    }

    @Override
    public @Nullable LinearLeaf linear(int node) {
        return linear.length == 0 || node < splits ? null : linear[node - splits];
    }
}
