package dev.hansom.bench;

import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Tree;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// A forest as an ONNX model: one `TreeEnsembleRegressor` from `x` (rows × features) to `y` (rows × 1).
///
/// Source: `onnx.proto3` of ONNX 1.17 (field numbers), operators of `ai.onnx.ml` version 3.
final class OnnxFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxFile() {}

    static byte[] of(Forest forest) {
        OnnxFile model = new OnnxFile();
        model.whole(1, 8);
        model.message(7, graph -> {
            graph.message(1, node -> ensemble(node, forest));
            graph.text(2, "forest");
            graph.message(11, input -> tensor(input, "x", forest.width()));
            graph.message(12, output -> tensor(output, "y", 1));
        });
        model.message(8, opset -> opset.whole(2, 15));
        model.message(8, opset -> {
            opset.text(1, "ai.onnx.ml");
            opset.whole(2, 3);
        });
        return model.bytes.toByteArray();
    }

    private static void tensor(OnnxFile value, String name, int width) {
        value.text(1, name);
        value.message(
                2,
                type -> type.message(1, tensor -> {
                    tensor.whole(1, 1);
                    tensor.message(2, shape -> {
                        shape.message(1, rows -> rows.text(2, "rows"));
                        shape.message(1, columns -> columns.whole(1, width));
                    });
                }));
    }

    private static void ensemble(OnnxFile node, Forest forest) {
        Nodes nodes = new Nodes();
        for (int i = 0; i < forest.size(); i++) {
            nodes.add(forest.tree(i), i);
        }
        node.text(1, "x");
        node.text(2, "y");
        node.text(4, "TreeEnsembleRegressor");
        node.message(5, a -> a.wholes("nodes_treeids", nodes.trees));
        node.message(5, a -> a.wholes("nodes_nodeids", nodes.ids));
        node.message(5, a -> a.wholes("nodes_featureids", nodes.features));
        node.message(5, a -> a.floats("nodes_values", nodes.thresholds));
        node.message(5, a -> a.texts("nodes_modes", nodes.modes));
        node.message(5, a -> a.wholes("nodes_truenodeids", nodes.lefts));
        node.message(5, a -> a.wholes("nodes_falsenodeids", nodes.rights));
        node.message(5, a -> a.wholes("nodes_missing_value_tracks_true", nodes.missingLeft));
        node.message(5, a -> a.wholes("target_treeids", nodes.leafTrees));
        node.message(5, a -> a.wholes("target_nodeids", nodes.leaves));
        node.message(5, a -> a.wholes("target_ids", Collections.nCopies(nodes.leaves.size(), 0)));
        node.message(5, a -> a.floats("target_weights", nodes.weights));
        node.message(5, a -> a.floats("base_values", List.of((double) forest.base())));
        node.message(5, a -> {
            a.text(1, "n_targets");
            a.whole(3, 1);
            a.whole(20, 2);
        });
        node.text(7, "ai.onnx.ml");
    }

    /// The trees as the operator's parallel lists.
    private static final class Nodes {
        final List<Integer> trees = new ArrayList<>();
        final List<Integer> ids = new ArrayList<>();
        final List<Integer> features = new ArrayList<>();
        final List<Double> thresholds = new ArrayList<>();
        final List<String> modes = new ArrayList<>();
        final List<Integer> lefts = new ArrayList<>();
        final List<Integer> rights = new ArrayList<>();
        final List<Integer> missingLeft = new ArrayList<>();
        final List<Integer> leafTrees = new ArrayList<>();
        final List<Integer> leaves = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();

        void add(Tree tree, int index) {
            for (int node = 0; node < tree.size(); node++) {
                boolean leaf = tree.isLeaf(node);
                trees.add(index);
                ids.add(node);
                features.add(leaf ? 0 : tree.feature(node));
                thresholds.add(leaf ? 0.0 : tree.value(node));
                modes.add(leaf ? "LEAF" : "BRANCH_LT");
                lefts.add(leaf ? 0 : tree.left(node));
                rights.add(leaf ? 0 : tree.left(node) + 1);
                missingLeft.add(leaf || !tree.missingLeft(node) ? 0 : 1);
                if (leaf) {
                    leafTrees.add(index);
                    leaves.add(node);
                    weights.add(tree.value(node));
                }
            }
        }
    }

    private void wholes(String name, List<Integer> values) {
        text(1, name);
        values.forEach(value -> whole(8, value));
        whole(20, 7);
    }

    private void floats(String name, List<Double> values) {
        text(1, name);
        ByteBuffer packed = ByteBuffer.allocate(4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(value -> packed.putFloat(value.floatValue()));
        delimited(7, packed.array());
        whole(20, 6);
    }

    private void texts(String name, List<String> values) {
        text(1, name);
        values.forEach(value -> text(9, value));
        whole(20, 8);
    }

    private void message(int field, Consumer<OnnxFile> content) {
        OnnxFile inner = new OnnxFile();
        content.accept(inner);
        delimited(field, inner.bytes.toByteArray());
    }

    private void text(int field, String value) {
        delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private void delimited(int field, byte[] value) {
        varint(field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
    }

    private void whole(int field, long value) {
        varint(field << 3);
        varint(value);
    }

    private void varint(long value) {
        long left = value;
        while (left > 0x7f) {
            bytes.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }
}
