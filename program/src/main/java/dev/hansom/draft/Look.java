package dev.hansom.draft;

import dev.hansom.check.Bins;
import dev.hansom.check.SingleScore;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a column says of the target and of itself, on the rows of the sample: how many different values, and how many
/// rows of the whole table have the same one, by an estimate; the share of the target's variance that it explains alone
/// (`score`) and by being missing (`missingScore`), both on rows that the means were not learned from; the share of
/// rows
/// in which it lies after the time of the row (NaN where it is no time).
record Look(
        Surveyed column,
        int index,
        int present,
        int distinct,
        double rowsEach,
        double score,
        double missingScore,
        double after) {
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?i)(^|_|\\b|[a-z](?=I))(id|uuid|guid|key|hash|token|no|nr|num|number|code|ref|serial)$");

    static Look of(Surveyed column, Survey survey, Rows rows, int time) {
        int index = survey.index(column.name());
        Columns columns = rows.columns();
        Map<Object, Integer> values = new HashMap<>();
        int present = 0;
        int after = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (columns.isNull(index, row)) {
                continue;
            }
            present++;
            values.merge(value(columns, index, row), 1, Integer::sum);
            if (time >= 0 && isTime(column) && micros(columns, index, row) > micros(columns, time, row)) {
                after++;
            }
        }
        Bins bins = bins(columns, index, rows.half(), time);
        return new Look(
                column,
                index,
                present,
                values.size(),
                survey.sample().size() == survey.rows()
                        ? (double) present / Math.max(1, values.size())
                        : rowsEach(values, survey.rows() - column.missing()),
                SingleScore.of(bins, rows.truths(), rows.half()),
                SingleScore.of(bins.missing(), rows.truths(), rows.half()),
                time < 0 || !isTime(column) || present == 0 ? Double.NaN : (double) after / present);
    }

    /// How many of `rows` rows have the same value, on average, from how often each was seen in some of them.
    /// Source: Chao, 1984, the bias-corrected estimate of how many values were not seen.
    private static double rowsEach(Map<Object, Integer> seen, long rows) {
        double once = Collections.frequency(seen.values(), 1);
        double twice = Collections.frequency(seen.values(), 2);
        double unseen = once * (once - 1) / (2 * (twice + 1));
        return Math.max(1, rows / Math.max(1, seen.size() + unseen));
    }

    private static Object value(Columns columns, int index, int row) {
        return switch (columns.schema().type(index)) {
            case STRING -> String.valueOf(columns.text(index, row));
            case DOUBLE -> columns.number(index, row);
            default -> columns.integer(index, row);
        };
    }

    private static Bins bins(Columns columns, int index, int half, int time) {
        if (columns.schema().type(index) == Type.STRING) {
            @Nullable String[] texts = new @Nullable String[columns.size()];
            for (int row = 0; row < texts.length; row++) {
                texts[row] = columns.text(index, row);
            }
            return Bins.ofTexts(texts, half);
        }
        double[] numbers = new double[columns.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = columns.isNull(index, row) ? Double.NaN : number(columns, index, row, time);
        }
        return Bins.ofNumbers(numbers, half);
    }

    /// A number as it is; a time counts from the time of the row, where there is one.
    private static double number(Columns columns, int index, int row, int time) {
        return switch (columns.schema().type(index)) {
            case DOUBLE -> columns.number(index, row);
            case TIMESTAMP, DATE ->
                time >= 0 && time != index
                        ? micros(columns, index, row) - micros(columns, time, row)
                        : micros(columns, index, row);
            default -> columns.integer(index, row);
        };
    }

    static double micros(Columns columns, int index, int row) {
        return columns.integer(index, row) * (columns.schema().type(index) == Type.DATE ? 86_400e6 : 1);
    }

    boolean isTime() {
        return isTime(column);
    }

    private static boolean isTime(Surveyed column) {
        return column.type() == Type.TIMESTAMP || column.type() == Type.DATE;
    }

    boolean isConstant() {
        return distinct <= 1;
    }

    /// Nearly every value is there once.
    boolean isUnique() {
        return present >= 20 && rowsEach <= 1.05;
    }

    boolean isNamedIdentifier() {
        return IDENTIFIER.matcher(column.name()).find();
    }
}
