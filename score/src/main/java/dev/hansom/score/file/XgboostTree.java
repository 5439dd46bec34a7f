package dev.hansom.score.file;

import dev.hansom.score.kernel.Tree;

/// One tree as XGBoost writes it: parallel lists, linked by index, -1 for no child.
final class XgboostTree implements Tree.Nodes {
    private final Source source;
    private int[] lefts = {};
    private int[] rights = {};
    private int[] features = {};
    private int[] missingLeft = {};
    private float[] values = {};
    private boolean categorical;
    private String outputs = "1";

    private XgboostTree(Source source) {
        this.source = source;
    }

    static Tree read(Source source, int number) {
        XgboostTree tree = new XgboostTree(source);
        source.object(tree::member);
        return tree.tree("XGBoost model: tree " + number);
    }

    private void member(String name) {
        switch (name) {
            case "left_children" -> lefts = source.integers();
            case "right_children" -> rights = source.integers();
            case "split_indices" -> features = source.integers();
            case "split_conditions" -> values = source.floats();
            case "default_left" -> missingLeft = source.integers();
            case "categories_nodes" -> categorical |= source.integers().length > 0;
            case "split_type" -> split(source.integers());
            case "tree_param" -> source.object(this::parameter);
            case "base_weights", "loss_changes", "sum_hessian", "parents", "id" -> source.skip();
            case "categories", "categories_segments", "categories_sizes" -> source.skip();
            default -> throw XgboostReader.unknown(name);
        }
    }

    private void split(int[] types) {
        for (int type : types) {
            categorical |= type != 0;
        }
    }

    private void parameter(String name) {
        if (name.equals("size_leaf_vector")) {
            outputs = source.text();
        } else {
            source.skip();
        }
    }

    private Tree tree(String where) {
        if (categorical) {
            throw new ModelFormatException(where + ": categorical splits are not supported (expected: numeric splits)");
        }
        if (!outputs.equals("0") && !outputs.equals("1")) {
            throw new ModelFormatException(
                    where + ": leaves of " + outputs + " numbers are not supported (expected: 1)");
        }
        int size = lefts.length;
        if (rights.length != size || features.length != size || values.length != size || missingLeft.length != size) {
            throw new ModelFormatException(where + ": lists of unequal length (expected: " + size + " nodes in each)");
        }
        try {
            return Tree.of(this);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(where + ": " + e.getMessage(), e);
        }
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
        return values[node];
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
