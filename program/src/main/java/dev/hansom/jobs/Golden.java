package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.train.Training;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Rows with the answers that the trainer's own library gave, kept beside the model, so that the gate can prove that
/// the
/// scorer answers alike without loading the trainer.
///
/// Stored as JSON: the names of the fields, and a row of values and the answer for each golden row; numbers are written
/// so that they read back as the same bits.
@SuppressWarnings("ArrayRecordComponent")
record Golden(Columns rows, double[] answers) {
    /// Where it lies among the artifacts of a run.
    static final String PATH = "golden.json";

    private static final int ROWS = 1_000;

    static Golden of(Model model, Function<Columns, double[]> trainer, LabelledRows validation) {
        Columns rows = Training.golden(model, validation, ROWS);
        return new Golden(rows, trainer.apply(rows));
    }

    /// How many rows the model answers otherwise than the trainer did. The sums of a forest are the trainer's bit for
    /// bit; an exponential of them may differ by two units of float32, since the trainer's own differs with how
    /// many rows are answered at once; a sum of doubles may differ in its last bits, for its order is not the
    /// trainer's.
    int differing(Model model) {
        int differing = 0;
        for (int row = 0; row < answers.length; row++) {
            double apart = Math.abs(model.score(rows, row) - answers[row]);
            if (!(apart <= tolerance(model, answers[row]))) {
                differing++;
            }
        }
        return differing;
    }

    private static double tolerance(Model model, double answer) {
        if (model.kernel() instanceof Forest forest) {
            return forest.link() == Link.IDENTITY ? 0 : 2 * Math.ulp((float) answer);
        }
        return 1e-9 * Math.abs(answer);
    }

    byte[] bytes() {
        List<Json> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Json> values = new ArrayList<>();
            for (int column = 0; column < rows.schema().size(); column++) {
                values.add(value(column, row));
            }
            values.add(Json.of(answers[row]));
            lines.add(new Json.Items(values));
        }
        return Json.object()
                .put("fields", Json.texts(rows.schema().names()))
                .put("rows", new Json.Items(lines))
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Json value(int column, int row) {
        if (rows.isNull(column, row)) {
            return Json.none();
        }
        return switch (rows.schema().type(column)) {
            case DOUBLE -> Json.of(rows.number(column, row));
            case STRING -> Json.of(rows.text(column, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> Json.of(rows.integer(column, row));
        };
    }

    /// Reads what [#bytes] wrote, for rows of `schema`.
    static Golden read(byte[] bytes, Schema schema) {
        Json json = Json.parse(bytes, ErrorCode.MODEL_DAMAGED, PATH);
        List<Json> lines = json.member("rows").items();
        Columns rows = new Columns(schema, Math.max(1, lines.size()));
        double[] answers = new double[lines.size()];
        for (int i = 0; i < answers.length; i++) {
            List<Json> values = lines.get(i).items();
            int row = rows.append();
            for (int column = 0; column < schema.size(); column++) {
                read(values.get(column), rows, column, row);
            }
            answers[i] = values.get(schema.size()).asReal();
        }
        return new Golden(rows, answers);
    }

    private static void read(Json value, Columns rows, int column, int row) {
        if (value instanceof Json.Null) {
            return;
        }
        switch (rows.schema().type(column)) {
            case DOUBLE -> rows.set(column, row, value.asReal());
            case STRING -> rows.set(column, row, value.asText());
            case INT64, TIMESTAMP, DATE, BOOLEAN -> rows.set(column, row, value.asWhole());
        }
    }
}
