package dev.hansom.score.pipeline;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
    /// Null where the estimator is given whole rows.
    private final @Nullable SparsePlan plan;
    /// Room that nobody uses, if any.
    private final AtomicReference<@Nullable Room> rooms = new AtomicReference<>();

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
        this.plan = parts.estimator().takesSparse()
                ? SparsePlan.of(parts.cells(), parts.steps(), features).orElse(null)
                : null;
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
        Room room = rooms.getAndSet(null);
        Room taken = room == null ? new Room() : room;
        taken.answer(columns, row, 1, into, offset);
        rooms.set(taken);
    }

    @Override
    public double[] scores(Columns columns) {
        int outputs = outputs();
        double[] all = new double[Math.multiplyExact(columns.size(), outputs)];
        Room room = new Room();
        int block = Math.max(1, Math.min(BLOCK, (1 << 22) / Math.max(1, features.length)));
        for (int from = 0; from < columns.size(); from += block) {
            int rows = Math.min(block, columns.size() - from);
            room.answer(columns, from, rows, all, from * outputs);
        }
        return all;
    }

    /// What a thread needs to answer rows; it grows with the rows that are answered at once.
    private final class Room {
        private final Cells cells = new Cells(parts.cells());
        private final @Nullable Sparse sparse = plan == null ? null : new Sparse(plan);
        private double[] numbers = new double[0];
        private double[] answers = new double[0];

        void answer(Columns columns, int from, int rows, double[] into, int at) {
            int outputs = outputs();
            int width = features.length;
            boolean[] refused = new boolean[rows];
            if (answers.length < rows * outputs) {
                answers = new double[rows * outputs];
            }
            if (sparse == null && numbers.length < rows * width) {
                numbers = new double[Math.multiplyExact(rows, width)];
            }
            for (int row = 0; row < rows; row++) {
                prepare(columns, from + row, cells);
                refused[row] = cells.refused;
                if (sparse == null) {
                    for (int i = 0; i < width; i++) {
                        numbers[row * width + i] = cells.numbers[features[i]];
                    }
                } else {
                    sparse.take(cells);
                    parts.estimator().answer(sparse, answers, row * outputs);
                }
            }
            if (sparse == null) {
                parts.estimator().answers(numbers, rows, answers);
            }
            for (int i = 0; i < rows * outputs; i++) {
                into[at + i] = refused[i / outputs] ? Double.NaN : label(answers[i]);
            }
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
