package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Missing;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.List;

/// The trees of a forest as the node `TreeEnsembleRegressor` of ONNX, whose output is the sums.
///
/// Each base is a tree of one leaf before the others, so that a runtime that adds in order adds as we do.
/// Source: `ai.onnx.ml` version 3.
/// Errors: what the node cannot say (splits on categories, zero as missing, leaves that are sums) is
/// `MODEL_UNSUPPORTED`.
final class OnnxTrees {
    private final Forest forest;
    private final boolean single;
    private final List<Long> trees = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Long> lefts = new ArrayList<>();
    private final List<Long> rights = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> targets = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private OnnxTrees(Forest forest) {
        this.forest = forest;
        this.single = forest.sums().arithmetic() == Arithmetic.SINGLE;
    }

    /// The node that makes `output` of the matrix `input`.
    static Protobuf node(Forest forest, String input, String output) {
        return new OnnxTrees(forest).node(input, output);
    }

    private Protobuf node(String input, String output) {
        double[] bases = forest.sums().bases();
        int[] outputs = forest.sums().outputs();
        for (int target = 0; target < bases.length; target++) {
            leaf(target, 0, target, bases[target]);
        }
        for (int index = 0; index < forest.size(); index++) {
            tree(forest.tree(index), bases.length + index, outputs[index]);
        }
        Protobuf node =
                OnnxNodes.node("TreeEnsembleRegressor", List.of(input), output).text(7, "ai.onnx.ml");
        for (Protobuf attribute : attributes(bases.length)) {
            node.message(5, attribute);
        }
        return node;
    }

    private List<Protobuf> attributes(int outputs) {
        return List.of(
                OnnxNodes.text("aggregate_function", "SUM"),
                OnnxNodes.whole("n_targets", outputs),
                OnnxNodes.wholes("nodes_treeids", trees),
                OnnxNodes.wholes("nodes_nodeids", nodes),
                OnnxNodes.wholes("nodes_featureids", features),
                OnnxNodes.texts("nodes_modes", modes),
                numbers("nodes_values", values),
                OnnxNodes.wholes("nodes_truenodeids", lefts),
                OnnxNodes.wholes("nodes_falsenodeids", rights),
                OnnxNodes.wholes("nodes_missing_value_tracks_true", missing),
                OnnxNodes.text("post_transform", "NONE"),
                OnnxNodes.wholes("target_treeids", leafTrees),
                OnnxNodes.wholes("target_nodeids", leafNodes),
                OnnxNodes.wholes("target_ids", targets),
                numbers("target_weights", weights));
    }

    /// Float64 numbers stand in a tensor, float32 ones in a list.
    private Protobuf numbers(String name, List<Double> of) {
        return single ? OnnxNodes.floats(name, of) : OnnxNodes.tensor(name + "_as_tensor", OnnxNodes.doubles(name, of));
    }

    private void tree(Tree tree, int id, int output) {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                if (tree.linear(node) != null) {
                    throw refuse("a leaf that is a weighted sum");
                }
                leaf(id, node, output, tree.value(node));
            } else {
                split(tree, id, node);
            }
        }
    }

    private void split(Tree tree, int id, int node) {
        if (tree.isSet(node)) {
            throw refuse("a split on categories");
        }
        if (tree.missing(node) == Missing.ZERO) {
            throw refuse("zero as a missing value");
        }
        // Without missing values NaN is read as 0, which goes left where it is at most the threshold.
        boolean left = tree.missing(node) == Missing.NONE ? 0 <= tree.value(node) : tree.missingLeft(node);
        add(id, node, single ? "BRANCH_LT" : "BRANCH_LEQ", tree.value(node));
        features.add((long) tree.feature(node));
        lefts.add((long) tree.left(node));
        rights.add(tree.left(node) + 1L);
        missing.add(left ? 1L : 0L);
    }

    private void leaf(int id, int node, int output, double value) {
        add(id, node, "LEAF", 0);
        for (List<Long> list : List.of(features, lefts, rights, missing)) {
            list.add(0L);
        }
        leafTrees.add((long) id);
        leafNodes.add((long) node);
        targets.add((long) output);
        weights.add(value);
    }

    private void add(int id, int node, String mode, double value) {
        trees.add((long) id);
        nodes.add((long) node);
        modes.add(mode);
        values.add(value);
    }

    static ProblemException refuse(String trait) {
        return new ProblemException(
                Problem.of(ErrorCode.MODEL_UNSUPPORTED, "export", trait + " has no form that is written as ONNX"));
    }
}
