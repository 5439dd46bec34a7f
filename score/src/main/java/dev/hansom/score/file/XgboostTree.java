package dev.hansom.score.file;

import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tree as XGBoost writes it: parallel lists, linked by index, -1 for no child.
final class XgboostTree implements Tree.Nodes {
    private final Source source;
    private int[] lefts = {};
    private int[] rights = {};
    private int[] features = {};
    private int[] missingLeft = {};
    private float[] values = {};
    private float[] covers = {};
    private float[] baseWeights = {};
    private float[] leafWeights = {};
    private int[] splitTypes = {};
    private int[] categories = {};
    private int[] categoryNodes = {};
    private int[] categoryStarts = {};
    private int[] categoryCounts = {};
    private int @Nullable [] @Nullable [] sets;
    private String leafVector = "1";
    private int outputs = 1;
    private int output;

    private XgboostTree(Source source) {
        this.source = source;
    }

    /// The tree that comes next: one, or one for each of the numbers that its leaves hold.
    static List<Tree> read(Source source, int number) {
        XgboostTree tree = new XgboostTree(source);
        source.object(tree::member);
        return tree.trees("XGBoost model: tree " + number);
    }

    private void member(String name) {
        switch (name) {
            case "left_children" -> lefts = source.integers();
            case "right_children" -> rights = source.integers();
            case "split_indices" -> features = source.integers();
            case "split_conditions" -> values = source.floats();
            case "default_left" -> missingLeft = source.integers();
            case "sum_hessian" -> covers = source.floats();
            case "base_weights" -> baseWeights = source.floats();
            case "leaf_weights" -> leafWeights = source.floats();
            case "split_type" -> splitTypes = source.integers();
            case "categories" -> categories = source.integers();
            case "categories_nodes" -> categoryNodes = source.integers();
            case "categories_segments" -> categoryStarts = source.integers();
            case "categories_sizes" -> categoryCounts = source.integers();
            case "tree_param" -> source.object(this::parameter);
            case "loss_changes", "parents", "id" -> source.skip();
            default -> throw XgboostReader.unknown(name);
        }
    }

    private void parameter(String name) {
        if (name.equals("size_leaf_vector")) {
            leafVector = source.text();
        } else {
            source.skip();
        }
    }

    private List<Tree> trees(String where) {
        int size = lefts.length;
        if (rights.length != size || features.length != size || values.length != size || missingLeft.length != size) {
            throw new ModelFormatException(where + ": lists of unequal length (expected: " + size + " nodes in each)");
        }
        try {
            outputs = Math.max(1, Integer.parseInt(leafVector));
            if (outputs > 1
                    && (long) outputs * size > Math.max(baseWeights.length, 2L * leafWeights.length + outputs)) {
                throw new IllegalArgumentException("leaves of " + outputs + " numbers (expected: all of them)");
            }
            sets = sets();
            List<Tree> trees = new ArrayList<>();
            for (output = 0; output < outputs; output++) {
                trees.add(Tree.of(this));
            }
            return trees;
        } catch (NumberFormatException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new ModelFormatException(
                    where + ": " + e.getMessage() + " (expected: numbers and places that are there)", e);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(where + ": " + e.getMessage(), e);
        }
    }

    private int @Nullable [] @Nullable [] sets() {
        if (Arrays.stream(splitTypes).allMatch(type -> type == 0)) {
            return null;
        }
        int[][] sets = new int[size()][];
        for (int i = 0; i < size(); i++) {
            sets[i] = new int[0];
        }
        for (int i = 0; i < categoryNodes.length; i++) {
            int from = categoryStarts[i];
            int[] set = Arrays.copyOfRange(categories, from, Math.addExact(from, within(categoryCounts[i], from)));
            Arrays.sort(set);
            sets[categoryNodes[i]] = set;
        }
        return sets;
    }

    /// Errors: categories that are not there.
    private int within(int count, int from) {
        if (count < 0 || from < 0 || count > categories.length - from) {
            throw new IllegalArgumentException(
                    count + " categories from " + from + " (expected: what there is, " + categories.length + ")");
        }
        return count;
    }

    @Override
    public int size() {
        return lefts.length;
    }

    @Override
    public int split(int node) {
        if (lefts[node] == -1) {
            return -1;
        }
        if (features[node] < 0 || features[node] > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "node " + node + ": feature " + features[node] + " (expected: 0 or more)");
        }
        return features[node] * 2 + (missingLeft[node] == 0 ? 1 : 0);
    }

    @Override
    public double value(int node) {
        if (outputs == 1 || lefts[node] != -1) {
            return values[node];
        }
        return leafWeights.length > 0
                ? leafWeights[Math.addExact(Math.multiplyExact(rights[node], outputs), output)]
                : baseWeights[node * outputs + output];
    }

    @Override
    public double cover(int node) {
        return node < covers.length ? covers[node] : Double.NaN;
    }

    @Override
    public int @Nullable [] set(int node) {
        return sets != null && splitTypes[node] == 1 ? sets[node] : null;
    }

    @Override
    public int left(int node) {
        return lefts[node];
    }

    @Override
    public int right(int node) {
        return rights[node];
    }
}
