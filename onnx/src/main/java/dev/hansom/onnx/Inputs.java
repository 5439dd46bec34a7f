package dev.hansom.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How columns become the tensors that a model takes; `fixed` is how many rows it takes at once, 0 for any number.
///
/// Threads: immutable.
record Inputs(List<Input> inputs, Schema schema, boolean named, int fixed) {
    private static final int WIDEST = 1 << 20;
    private static final int LARGEST = 1 << 13;

    /// A tensor of `width` columns from column `from` on; `dimensions` is 1 where it has no second side; `batch` is the
    /// number of rows that it takes, -1 for any.
    private record Input(String name, OnnxJavaType type, int from, int width, int dimensions, long batch) {
        long[] shape(int rows) {
            return dimensions == 1 ? new long[] {rows} : new long[] {rows, width};
        }
    }

    /// Several inputs of one column each are matched by their names, any others by position.
    static Inputs of(List<NodeInfo> nodes, int columns) {
        List<Input> inputs = new ArrayList<>();
        int from = 0;
        for (NodeInfo node : nodes) {
            if (!(node.getInfo() instanceof TensorInfo tensor)) {
                throw OnnxModel.refuse("the input " + node.getName() + ", which is no tensor", "tensors");
            }
            Input input = input(node.getName(), tensor, from, nodes.size() == 1 ? columns : 1);
            inputs.add(input);
            from += input.width;
        }
        boolean single = nodes.size() > 1 || inputs.stream().allMatch(input -> input.dimensions == 1);
        boolean named = single && inputs.stream().allMatch(input -> input.width == 1);
        List<Schema.Column> schema = new ArrayList<>();
        for (Input input : inputs) {
            Type type = input.type == OnnxJavaType.STRING ? Type.STRING : Type.DOUBLE;
            for (int i = 0; i < input.width; i++) {
                schema.add(new Schema.Column(named ? input.name : "x" + schema.size(), type));
            }
        }
        return new Inputs(inputs, new Schema(schema), named, fixed(inputs));
    }

    /// How many rows all inputs take at once, 0 for any number.
    private static int fixed(List<Input> inputs) {
        long[] fixed = inputs.stream()
                .mapToLong(Input::batch)
                .filter(batch -> batch > 0)
                .distinct()
                .toArray();
        if (fixed.length > 1 || (fixed.length == 1 && fixed[0] > LARGEST)) {
            throw OnnxModel.refuse(
                    "inputs of " + fixed[0] + " rows at once" + (fixed.length > 1 ? " beside others" : ""),
                    "any number, or one up to " + LARGEST);
        }
        return fixed.length == 0 ? 0 : (int) fixed[0];
    }

    private static Input input(String name, TensorInfo tensor, int from, int columns) {
        long[] shape = tensor.getShape();
        if (shape.length < 1 || shape.length > 2) {
            throw OnnxModel.refuse("the input " + name + " of " + shape.length + " dimensions", "one or two");
        }
        switch (tensor.type) {
            case FLOAT, DOUBLE, INT64, INT32, STRING, BOOL -> {
                long width = shape.length == 1 ? 1 : shape[1] > 0 ? shape[1] : columns;
                if (width < 1 || width > WIDEST) {
                    throw OnnxModel.refuse("the input " + name + " of " + width + " columns", "1 to " + WIDEST);
                }
                return new Input(name, tensor.type, from, (int) width, shape.length, shape[0]);
            }
            default ->
                throw OnnxModel.refuse(
                        "the input " + name + " of type " + tensor.type, "float, double, int64, int32, bool or string");
        }
    }

    /// How many of `rows` rows are given to the model at once.
    int batch(int rows) {
        return fixed > 0 ? fixed : Math.min(rows, LARGEST);
    }

    /// Puts `rows` rows from row `from` into tensors of as many rows as `refused` has, the rest zeros; `refused` says
    /// which of them the model cannot take.
    void tensors(
            OrtEnvironment environment,
            Columns columns,
            int from,
            int rows,
            Map<String, OnnxTensor> tensors,
            boolean[] refused)
            throws OrtException {
        for (Input input : inputs) {
            tensors.put(input.name, tensor(environment, input, new Block(columns, from, rows, refused)));
        }
    }

    /// Some rows on their way, and which of them have no answer.
    @SuppressWarnings("ArrayRecordComponent")
    private record Block(Columns columns, int from, int rows, boolean[] refused) {
        int size() {
            return refused.length;
        }

        double number(int row, int column) {
            return row < rows ? columns.number(column, from + row) : 0;
        }

        /// A number where none may be missing.
        double present(int row, int column) {
            double number = number(row, column);
            refused[row] |= Double.isNaN(number);
            return Double.isNaN(number) ? 0 : number;
        }

        String text(int row, int column) {
            String text = row < rows ? columns.text(column, from + row) : "";
            refused[row] |= text == null;
            return text == null ? "" : text;
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Input input, Block block) throws OrtException {
        int size = Math.multiplyExact(block.size(), input.width);
        long[] shape = input.shape(block.size());
        switch (input.type) {
            case FLOAT -> {
                float[] numbers = new float[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = (float) block.number(i / input.width, input.from + i % input.width);
                }
                return OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), shape);
            }
            case DOUBLE -> {
                double[] numbers = new double[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = block.number(i / input.width, input.from + i % input.width);
                }
                return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape);
            }
            case INT64 -> {
                long[] numbers = new long[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = (long) block.present(i / input.width, input.from + i % input.width);
                }
                return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
            }
            case INT32 -> {
                int[] numbers = new int[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = (int) block.present(i / input.width, input.from + i % input.width);
                }
                return OnnxTensor.createTensor(environment, IntBuffer.wrap(numbers), shape);
            }
            case BOOL -> {
                boolean[][] truths = new boolean[block.size()][input.width];
                boolean[] flat = new boolean[size];
                for (int i = 0; i < size; i++) {
                    flat[i] = block.present(i / input.width, input.from + i % input.width) != 0;
                    truths[i / input.width][i % input.width] = flat[i];
                }
                return OnnxTensor.createTensor(environment, input.dimensions == 1 ? flat : truths);
            }
            default -> {
                String[] texts = new String[size];
                for (int i = 0; i < size; i++) {
                    texts[i] = block.text(i / input.width, input.from + i % input.width);
                }
                return OnnxTensor.createTensor(environment, texts, shape);
            }
        }
    }
}
