package dev.hansom.learn;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.project.Promises.Direction;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Whether a fitted model keeps the directions that are promised of fields: random past rows are answered with many
/// values of the field, from the least to the greatest, and no answer may move the other way.
final class KeptPromises {
    private static final int ROWS = 200;
    private static final int VALUES = 32;

    private final Project project;

    KeptPromises(Project project) {
        this.project = project;
    }

    /// Errors: PROMISE_BROKEN, one problem for each field.
    void require(Model model, Columns labelled) {
        List<Problem> problems = new ArrayList<>();
        project.promises().fields().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(promise -> {
                    int broken = broken(model, labelled, promise.getKey(), promise.getValue());
                    if (broken > 0) {
                        problems.add(Problem.of(
                                        ErrorCode.PROMISE_BROKEN,
                                        "field " + promise.getKey(),
                                        "the model's answer moves against the promised direction")
                                .value(broken + " of " + ROWS * (VALUES - 1) + " steps")
                                .expected("none")
                                .next("see the features that read the field: their own monotone: must follow it"));
                    }
                });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private int broken(Model model, Columns labelled, String field, Direction direction) {
        int column = model.schema().index(field);
        int from = labelled.schema().index(field);
        Random random = new Random(project.seed());
        double[] values = values(labelled, from, random);
        if (column < 0 || values.length < 2) {
            return 0;
        }
        int broken = 0;
        for (int trial = 0; trial < ROWS; trial++) {
            Columns rows = repeated(model.schema(), labelled, random.nextInt(labelled.size()), values.length);
            for (int row = 0; row < values.length; row++) {
                set(rows, column, row, values[row]);
            }
            double[] answers = model.score(rows);
            for (int row = 1; row < answers.length; row++) {
                double step = answers[row] - answers[row - 1];
                broken += (direction == Direction.INCREASING ? step < 0 : step > 0) ? 1 : 0;
            }
        }
        return broken;
    }

    /// Values of the field in random rows, in order.
    private static double[] values(Columns labelled, int column, Random random) {
        Type type = labelled.schema().type(column);
        if (labelled.size() == 0 || type == Type.STRING) {
            return new double[0];
        }
        return random.ints(VALUES, 0, labelled.size())
                .filter(row -> !labelled.isNull(column, row))
                .mapToDouble(row ->
                        type == Type.DOUBLE ? labelled.number(column, row) : (double) labelled.integer(column, row))
                .sorted()
                .toArray();
    }

    private static void set(Columns rows, int column, int row, double value) {
        if (rows.schema().type(column) == Type.DOUBLE) {
            rows.set(column, row, value);
        } else {
            rows.set(column, row, (long) value);
        }
    }

    private static Columns repeated(Schema schema, Columns labelled, int row, int times) {
        int[] columns = schema.names().stream()
                .mapToInt(name -> labelled.schema().index(name))
                .toArray();
        Columns rows = new Columns(schema, times);
        for (int copy = 0; copy < times; copy++) {
            int to = rows.append();
            for (int column = 0; column < columns.length; column++) {
                switch (schema.type(column)) {
                    case DOUBLE -> rows.set(column, to, labelled.number(columns[column], row));
                    case STRING -> rows.set(column, to, labelled.text(columns[column], row));
                    case INT64, TIMESTAMP, DATE, BOOLEAN ->
                        rows.set(column, to, labelled.integer(columns[column], row));
                }
            }
        }
        return rows;
    }
}
