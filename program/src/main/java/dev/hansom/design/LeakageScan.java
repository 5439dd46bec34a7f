package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.data.Blocks;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Projection;
import dev.hansom.learn.Trainer;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for fields and features that know too much, on the rows before the first compared week.
///
/// Means are learned on the earlier half of these rows and scored on the later half; features come from a model fitted
/// on
/// the earlier half. At most [#MOST_ROWS] rows, evenly spaced, are looked at. Times other than the row's own count from
/// the
/// row's own, whose place in the week is looked at; dates count from the row's own day.
/// Threads: for one thread.
final class LeakageScan {
    static final int MOST_ROWS = 200_000;

    private static final long DAY = Blocks.WEEK_MICROS / 7;

    private final Project project;
    private final LabelledRows sample;
    private final double[] truths;
    private final int half;

    /// Over the first `split` of `rows`.
    LeakageScan(Project project, LabelledRows rows, int split) {
        this.project = project;
        this.sample = thinned(rows, split);
        this.half = sample.size() / 2;
        this.truths = new double[sample.size()];
        for (int row = 0; row < truths.length; row++) {
            truths[row] = sample.truth(row);
        }
    }

    /// Every raw field of the project.
    List<FieldFinding> fields() {
        return project.fields().stream().map(this::field).toList();
    }

    /// The features of the model that `trainer` makes; none where it has none or there are too few rows to fit it.
    List<FeatureFinding> features(Trainer trainer, Progress progress) {
        if (half < RollingOrigin.LEAST_PAST) {
            return List.of();
        }
        Model model = trainer.fit(sample.range(0, half).columns(), progress);
        if (model.features().isEmpty()) {
            return List.of();
        }
        Encoder encoder = new Encoder(model.vocabulary().scope(model.schema()), model.features());
        Columns asked = new Projection(sample.columns().schema(), model.schema()).of(sample.columns());
        float[] encoded = encoder.encode(asked);
        List<FeatureFinding> findings = new ArrayList<>();
        for (int i = 0; i < model.features().size(); i++) {
            findings.add(feature(model, i, encoded));
        }
        return findings;
    }

    private FieldFinding field(Field field) {
        Bins bins = bins(sample.columns().schema().index(field.name()));
        double score = SingleScore.of(bins, truths, half);
        double missingScore = SingleScore.of(bins.missing(), truths, half);
        return new FieldFinding(
                field.name(),
                field.known().name(),
                project.asked(field),
                field.standsInFor(),
                score,
                missingScore,
                bins.missingShare(),
                Leakage.isSuspicious(score, missingScore));
    }

    private FeatureFinding feature(Model model, int index, float[] encoded) {
        double[] values = new double[truths.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = encoded[row * model.features().size() + index];
        }
        Bins bins = Bins.ofNumbers(values, half);
        double score = SingleScore.of(bins, truths, half);
        double missingScore = SingleScore.of(bins.missing(), truths, half);
        return new FeatureFinding(
                model.features().get(index).name(),
                model.features().get(index).expression(),
                score,
                missingScore,
                bins.missingShare(),
                Leakage.isSuspicious(score, missingScore));
    }

    private Bins bins(int column) {
        if (sample.columns().schema().type(column) == Type.STRING) {
            @Nullable String[] texts = new @Nullable String[truths.length];
            for (int row = 0; row < texts.length; row++) {
                texts[row] = sample.columns().text(column, row);
            }
            return Bins.ofTexts(texts, half);
        }
        double[] numbers = new double[truths.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = sample.columns().isNull(column, row) ? Double.NaN : number(column, row);
        }
        return Bins.ofNumbers(numbers, half);
    }

    private double number(int column, int row) {
        Columns columns = sample.columns();
        return switch (columns.schema().type(column)) {
            case DOUBLE -> columns.number(column, row);
            case INT64, BOOLEAN -> columns.integer(column, row);
            case TIMESTAMP ->
                column == sample.time()
                        ? Math.floorMod(sample.at(row), Blocks.WEEK_MICROS)
                        : columns.integer(column, row) - sample.at(row);
            case DATE -> columns.integer(column, row) - Math.floorDiv(sample.at(row), DAY);
            case STRING -> throw new IllegalStateException("a text is no number");
        };
    }

    private static LabelledRows thinned(LabelledRows rows, int split) {
        int[] chosen = new int[Math.min(split, MOST_ROWS)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (int) ((long) i * split / chosen.length);
        }
        return new LabelledRows(rows.columns().select(chosen), rows.time(), rows.target());
    }
}
