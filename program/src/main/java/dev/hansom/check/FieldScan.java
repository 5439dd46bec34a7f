package dev.hansom.check;

import dev.hansom.data.Blocks;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every single raw field knows of the target.
///
/// Means are learned on the earlier half of the rows and scored on the later half. Times other than the row's own count
/// from the row's own, whose place in the week is looked at; dates count from the row's own day.
/// Threads: for one thread.
public final class FieldScan {
    private static final long DAY = Blocks.WEEK_MICROS / 7;

    private final Project project;
    private final LabelledRows sample;
    private final double[] truths;
    private final int half;

    /// Over `sample`, which is in order of time.
    public FieldScan(Project project, LabelledRows sample) {
        this.project = project;
        this.sample = sample;
        this.half = sample.size() / 2;
        this.truths = truths(sample);
    }

    /// The truths of all rows.
    public static double[] truths(LabelledRows rows) {
        double[] truths = new double[rows.size()];
        for (int row = 0; row < truths.length; row++) {
            truths[row] = rows.truth(row);
        }
        return truths;
    }

    /// Every raw field of the project.
    public List<FieldFinding> fields() {
        return project.fields().stream().map(this::field).toList();
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
                FieldFinding.isSuspicious(score, missingScore));
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
}
