package dev.hansom.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.file.ModelFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An ONNX model, answered by ONNX Runtime on one thread of its own.
///
/// It reads one matrix or several, whose columns have no names and are matched by position, or a tensor of one column
/// for each input, by the names of the inputs. Where it takes a fixed number of rows at once, the last are filled up.
/// It answers the first output of the graph: the numbers of a regressor,
/// the
/// label of a classifier, as converters order them. A row with a missing text, or a missing whole number, has no
/// answer.
/// Tolerance: what the runtime calculates, mostly in float32; a converted model differs from its original by about
/// 1e-6 of the answer, more where a number lies at a threshold.
/// Threads: safe for many threads, until it is closed.
public final class OnnxModel implements ForeignModel, AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Inputs inputs;
    private final String output;
    private final Type type;
    private final int outputs;
    private final Labels labels = new Labels();

    private OnnxModel(OrtEnvironment environment, OrtSession session, int columns) throws OrtException {
        this.environment = environment;
        this.session = session;
        this.inputs = Inputs.of(List.copyOf(session.getInputInfo().values()), columns);
        NodeInfo first = session.getOutputInfo().values().iterator().next();
        this.output = first.getName();
        if (!(first.getInfo() instanceof TensorInfo tensor)) {
            throw refuse("the output " + output + ", which is no tensor", "a tensor as first output");
        }
        this.type = switch (tensor.type) {
            case STRING -> Type.STRING;
            case INT64, INT32, INT16, INT8, UINT8 -> Type.INT64;
            case BOOL -> Type.BOOLEAN;
            case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> Type.DOUBLE;
            default -> throw refuse("the output " + output + " of type " + tensor.type, "numbers or texts");
        };
        this.outputs = width(tensor);
    }

    /// Whether `bytes` begin as a model of ONNX does, which has no magic number: with the version of its format.
    public static boolean looksLike(byte[] bytes) {
        return bytes.length > 16
                && bytes[0] == 0x08
                && bytes[1] > 0
                && bytes[1] < 32
                && "\022\032\042\050\062\072\102\162".indexOf(bytes[2]) >= 0;
    }

    /// The model of `bytes`. `columns` is how many columns a matrix has whose width the model leaves open.
    /// Errors: what is no model, or has a trait that is not supported, is a [ModelFormatException]; a machine on
    /// which the runtime does not start is an [IllegalStateException].
    public static OnnxModel read(byte[] bytes, int columns) {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            OrtSession session = environment.createSession(bytes, options);
            return closing(session, () -> new OnnxModel(environment, session, columns));
        } catch (OrtException e) {
            throw new ModelFormatException("ONNX model: " + firstLine(e), e);
        }
    }

    @Override
    public Schema schema() {
        return inputs.schema();
    }

    @Override
    public boolean named() {
        return inputs.named();
    }

    @Override
    public String answers() {
        return type == Type.DOUBLE ? "value" : "class";
    }

    @Override
    public Type type() {
        return type;
    }

    /// The labels answered so far: a model of ONNX does not say them beforehand.
    @Override
    public List<String> labels() {
        return labels.texts();
    }

    @Override
    public String description() {
        return "ONNX model, answers " + output;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public double score(Columns columns, int row) {
        double[] into = new double[outputs];
        scores(columns, row, into, 0);
        return into[0];
    }

    @Override
    public double[] score(Columns columns) {
        double[] all = scores(columns);
        double[] first = new double[columns.size()];
        for (int row = 0; row < first.length; row++) {
            first[row] = all[row * outputs];
        }
        return first;
    }

    @Override
    public void scores(Columns columns, int row, double[] into, int offset) {
        double[] answer = run(columns, row, 1);
        System.arraycopy(answer, 0, into, offset, outputs);
    }

    @Override
    public double[] scores(Columns columns) {
        double[] all = new double[Math.multiplyExact(columns.size(), outputs)];
        int block = Math.max(1, inputs.batch(columns.size()));
        for (int from = 0; from < columns.size(); from += block) {
            int rows = Math.min(block, columns.size() - from);
            double[] answers = run(columns, from, rows);
            System.arraycopy(answers, 0, all, from * outputs, rows * outputs);
        }
        return all;
    }

    private double[] run(Columns columns, int from, int rows) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            boolean[] refused = new boolean[inputs.fixed() > 0 ? inputs.fixed() : rows];
            inputs.tensors(environment, columns, from, rows, tensors, refused);
            try (OrtSession.Result result = session.run(tensors, java.util.Set.of(output))) {
                double[] answers = numbers(result.get(0), refused.length);
                for (int row = 0; row < rows; row++) {
                    if (refused[row]) {
                        Arrays.fill(answers, row * outputs, (row + 1) * outputs, Double.NaN);
                    }
                }
                return answers;
            }
        } catch (OrtException e) {
            throw new ModelFormatException("ONNX model: it fails on rows of its own columns, " + firstLine(e), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private double[] numbers(OnnxValue value, int rows) throws OrtException {
        if (!(value instanceof OnnxTensor tensor)) {
            throw refuse("the output " + output + ", which is no tensor", "a tensor as first output");
        }
        double[] answers = new double[rows * outputs];
        if (tensor.getInfo().type == OnnxJavaType.STRING) {
            List<String> texts = new ArrayList<>();
            flatten(tensor.getValue(), texts);
            require(texts.size(), answers.length);
            for (int i = 0; i < answers.length; i++) {
                answers[i] = labels.place(texts.get(i));
            }
            return answers;
        }
        require(Numbers.count(tensor), answers.length);
        Numbers.copy(tensor, answers);
        return answers;
    }

    private void require(long found, int expected) {
        if (found != expected) {
            throw new ModelFormatException(
                    "ONNX model: " + found + " answers (expected: " + expected + ", " + outputs + " a row)");
        }
    }

    private static void flatten(Object value, List<String> texts) {
        if (value instanceof Object[] items) {
            for (Object item : items) {
                flatten(item, texts);
            }
        } else {
            texts.add(String.valueOf(value));
        }
    }

    private int width(TensorInfo tensor) {
        long[] shape = tensor.getShape();
        if (shape.length <= 1) {
            return 1;
        }
        if (shape.length == 2 && shape[1] > 0 && shape[1] < 1 << 20) {
            return (int) shape[1];
        }
        if (shape.length == 2) {
            return probed();
        }
        throw refuse("an output of " + shape.length + " dimensions", "one or two");
    }

    /// How many answers a row has where the model leaves it open: as many as one row gets.
    private int probed() {
        Columns row = new Columns(inputs.schema(), 1);
        row.append();
        for (int i = 0; i < inputs.schema().size(); i++) {
            if (inputs.schema().type(i) == Type.STRING) {
                row.set(i, 0, "");
            } else {
                row.set(i, 0, 0.0);
            }
        }
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            int size = Math.max(1, inputs.fixed());
            inputs.tensors(environment, row, 0, 1, tensors, new boolean[size]);
            try (OrtSession.Result result = session.run(tensors, java.util.Set.of(output))) {
                return result.get(0) instanceof OnnxTensor tensor ? (int) Numbers.count(tensor) / size : 1;
            }
        } catch (OrtException e) {
            throw new ModelFormatException("ONNX model: it fails on a row of its own columns, " + firstLine(e), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not let go of a model", e);
        }
    }

    static ModelFormatException refuse(String trait, String expected) {
        return new ModelFormatException("ONNX model: " + trait + " is not supported (expected: " + expected + ")");
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "hansom");
        } catch (LinkageError e) {
            throw new IllegalStateException("ONNX Runtime does not start on this machine: " + e.getMessage(), e);
        }
    }

    /// Makes something of a session, which is closed where that fails.
    private static OnnxModel closing(OrtSession session, Making making) throws OrtException {
        boolean made = false;
        try {
            OnnxModel model = making.make();
            made = true;
            return model;
        } finally {
            if (!made) {
                session.close();
            }
        }
    }

    @FunctionalInterface
    private interface Making {
        OnnxModel make() throws OrtException;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
