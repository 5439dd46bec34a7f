package dev.hansom.jobs;

import dev.hansom.base.Json;
import dev.hansom.score.Range;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Sums;
import java.util.ArrayList;
import java.util.List;

/// A forest as an ONNX model: the matrix `features` (float32, float64 where the forest calculates in it; NaN where
/// missing) becomes `prediction`, link and range of the answers included.
///
/// The names of the features stand in the model's metadata under `hansom.features` as JSON.
/// Errors: a forest that has no form in ONNX is `MODEL_UNSUPPORTED`.
final class OnnxDocument {
    private static final String INPUT = "features";
    private static final String OUTPUT = "prediction";
    /// Read by ONNX Runtime since 1.6.
    private static final int FORMAT = 7;

    private static final int OPERATORS = 13;
    private static final int TREE_OPERATORS = 3;

    private final Forest forest;
    private final Range range;
    private final List<Protobuf> nodes = new ArrayList<>();
    private final List<Protobuf> constants = new ArrayList<>();
    private String last = "";

    private OnnxDocument(Forest forest, Range range) {
        this.forest = forest;
        this.range = range;
    }

    /// The bytes of `forest`, whose features are called `names` and whose answers lie in `range`.
    static byte[] of(Forest forest, List<String> names, Range range, String description) {
        OnnxDocument document = new OnnxDocument(forest, range);
        return new Protobuf()
                .whole(1, FORMAT)
                .text(2, "hansom")
                .text(6, description)
                .message(7, document.graph())
                .message(8, new Protobuf().text(1, "").whole(2, OPERATORS))
                .message(8, new Protobuf().text(1, "ai.onnx.ml").whole(2, TREE_OPERATORS))
                .message(
                        14,
                        new Protobuf()
                                .text(1, "hansom.features")
                                .text(2, Json.texts(names).text()))
                .bytes();
    }

    private Protobuf graph() {
        Sums sums = forest.sums();
        nodes.add(OnnxTrees.node(forest, INPUT, "sums"));
        last = "sums";
        if (sums.divisor() != 1) {
            then("Div", "share", "divisor", sums.divisor());
        }
        if (sums.slope() != 1) {
            then("Mul", "scaled", "slope", sums.slope());
        }
        link();
        range();
        then("Identity", OUTPUT);
        boolean single = sums.arithmetic() == Arithmetic.SINGLE;
        boolean place = forest.link() == Link.GREATEST;
        Protobuf graph = new Protobuf();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, "forest");
        constants.forEach(constant -> graph.message(5, constant));
        return graph.message(11, OnnxNodes.place(INPUT, single ? OnnxNodes.FLOAT : OnnxNodes.DOUBLE, forest.width()))
                .message(
                        12,
                        OnnxNodes.place(
                                OUTPUT, place ? OnnxNodes.INT64 : OnnxNodes.FLOAT, place ? 0 : forest.outputs()));
    }

    private void link() {
        switch (forest.link()) {
            case IDENTITY -> {}
            case LOGISTIC -> then("Sigmoid", "probability");
            case EXPONENTIAL -> then("Exp", "mean");
            case SOFTPLUS -> then("Softplus", "rate");
            case SOFTMAX -> then("Softmax", "probabilities").message(5, OnnxNodes.whole("axis", 1));
            case GREATEST ->
                then("ArgMax", "class")
                        .message(5, OnnxNodes.whole("axis", 1))
                        .message(5, OnnxNodes.whole("keepdims", 0));
            case HINGE -> {
                then("Greater", "above", "zero", 0);
                then("Cast", "class").message(5, OnnxNodes.whole("to", OnnxNodes.FLOAT));
            }
            case SIGNED_SQUARE -> {
                String sum = last;
                nodes.add(OnnxNodes.node("Abs", List.of(sum), "size"));
                nodes.add(OnnxNodes.node("Mul", List.of(sum, "size"), "square"));
                last = "square";
            }
            case RISING -> throw OnnxTrees.refuse("several expectiles");
            case ASCENDING -> throw OnnxTrees.refuse("several quantiles in ascending order");
        }
    }

    private void range() {
        if (range.isBounded()) {
            constants.add(OnnxNodes.scalar("least", (float) range.least()));
            constants.add(OnnxNodes.scalar("most", (float) range.most()));
            nodes.add(OnnxNodes.node("Clip", List.of(last, "least", "most"), "kept"));
            last = "kept";
        }
    }

    private Protobuf then(String operator, String output) {
        Protobuf node = OnnxNodes.node(operator, List.of(last), output);
        nodes.add(node);
        last = output;
        return node;
    }

    private void then(String operator, String output, String constant, double value) {
        constants.add(OnnxNodes.scalar(constant, (float) value));
        nodes.add(OnnxNodes.node(operator, List.of(last, constant), output));
        last = output;
    }
}
