package dev.hansom.score.pipeline;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model of another library: its inputs, the steps that prepare them, and the estimator that answers.
///
/// `features` are the cells that the estimator reads.
/// Threads: immutable.
public final class PipelineModel implements ForeignModel {
    private static final int BLOCK = 256;

    /// What a pipeline is made of. `places`: the cells of the inputs; `cells`: how many a row needs; `classes`: the
    /// values that a class stands for, texts
    /// or numbers, empty where answers are numbers; `kind`: the type of them.
    public record Parts(
            Schema inputs,
            List<Integer> places,
            boolean named,
            int cells,
            List<Step> steps,
            List<Integer> features,
            Estimator estimator,
            List<? extends @Nullable Object> classes,
            Type kind,
            String description) {}

    private final Parts parts;
    private final Step[] steps;
    private final int[] places;
    private final int[] features;
    private final List<String> labels;

    public PipelineModel(Parts parts) {
        this.parts = parts;
        this.steps = parts.steps().toArray(Step[]::new);
        this.places = parts.places().stream().mapToInt(Integer::intValue).toArray();
        this.features = parts.features().stream().mapToInt(Integer::intValue).toArray();
        this.labels = parts.kind() == Type.STRING
                ? parts.classes().stream().map(String::valueOf).toList()
                : List.of();
        if (features.length != parts.estimator().width()) {
            throw new IllegalArgumentException(features.length + " prepared columns (expected: "
                    + parts.estimator().width() + ", what the model reads)");
        }
    }

    @Override
    public Schema schema() {
        return parts.inputs();
    }

    @Override
    public boolean named() {
        return parts.named();
    }

    @Override
    public int outputs() {
        return parts.estimator().outputs();
    }

    @Override
    public String answers() {
        return parts.classes().isEmpty() ? "value" : "class";
    }

    @Override
    public Type type() {
        return parts.kind();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public String description() {
        return parts.description();
    }

    @Override
    public double score(Columns columns, int row) {
        double[] into = new double[outputs()];
        scores(columns, row, into, 0);
        return into[0];
    }

    @Override
    public double[] score(Columns columns) {
        int outputs = outputs();
        double[] all = scores(columns);
        double[] first = new double[columns.size()];
        for (int row = 0; row < first.length; row++) {
            first[row] = all[row * outputs];
        }
        return first;
    }

    @Override
    public void scores(Columns columns, int row, double[] into, int offset) {
        double[] answers = new double[outputs()];
        block(columns, row, 1, new Cells(parts.cells()), new double[features.length], answers);
        System.arraycopy(answers, 0, into, offset, answers.length);
    }

    @Override
    public double[] scores(Columns columns) {
        int outputs = outputs();
        double[] all = new double[Math.multiplyExact(columns.size(), outputs)];
        Cells cells = new Cells(parts.cells());
        int block = Math.max(1, Math.min(BLOCK, (1 << 22) / Math.max(1, features.length)));
        double[] numbers = new double[Math.multiplyExact(block, features.length)];
        double[] answers = new double[block * outputs];
        for (int from = 0; from < columns.size(); from += block) {
            int rows = Math.min(block, columns.size() - from);
            block(columns, from, rows, cells, numbers, answers);
            System.arraycopy(answers, 0, all, from * outputs, rows * outputs);
        }
        return all;
    }

    private void block(Columns columns, int from, int rows, Cells cells, double[] numbers, double[] answers) {
        boolean[] refused = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            prepare(columns, from + row, cells);
            refused[row] = cells.refused;
            for (int i = 0; i < features.length; i++) {
                numbers[row * features.length + i] = cells.numbers[features[i]];
            }
        }
        parts.estimator().answers(numbers, rows, answers);
        int outputs = outputs();
        for (int i = 0; i < rows * outputs; i++) {
            answers[i] = refused[i / outputs] ? Double.NaN : label(answers[i]);
        }
    }

    private void prepare(Columns columns, int row, Cells cells) {
        cells.refused = false;
        for (int i = 0; i < schema().size(); i++) {
            if (schema().type(i) == Type.STRING) {
                cells.texts[places[i]] = columns.text(i, row);
            } else {
                cells.numbers[places[i]] = columns.number(i, row);
            }
        }
        for (Step step : steps) {
            step.apply(cells);
        }
    }

    /// The number of a class by its place; its place where classes are texts.
    private double label(double answer) {
        if (parts.classes().isEmpty() || Double.isNaN(answer)) {
            return answer;
        }
        return parts.classes().get((int) answer) instanceof Double number ? number : answer;
    }
}
