package dev.hansom.check;

import dev.hansom.check.Levels.Level;
import dev.hansom.data.Fate;
import dev.hansom.data.FileStyle;
import dev.hansom.project.Field;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a survey counted, as a page shows it: how the files are written, period by period, field by field, and how
/// long labels took.
///
/// Of fields that look private no value is in it.
public record Overview(List<FileStyle> styles, List<Rows> periods, List<Column> fields, Optional<Delays> delays) {
    private static final int MOST_LEVELS = 50;
    private static final int SHOWN_LEVELS = 8;
    private static final double SECOND = 1e6;

    public Overview {
        styles = List.copyOf(styles);
        periods = List.copyOf(periods);
        fields = List.copyOf(fields);
    }

    /// The rows of a period, and those of them with a label.
    public record Rows(String period, boolean training, long rows, long labelled) {}

    /// A field: how many values are missing, overall and as a share of each period; its bounds as its type
    /// writes them (empty for text, where there is nothing, and where it looks private); its most frequent
    /// levels where it has few.
    public record Column(
            Field field,
            boolean used,
            long rows,
            long missing,
            List<Double> missingByPeriod,
            String least,
            String middle,
            String most,
            List<Share> levels) {
        public Column {
            missingByPeriod = List.copyOf(missingByPeriod);
            levels = List.copyOf(levels);
        }

        /// The share of missing values; 0 where there are no rows.
        public double missingShare() {
            return rows == 0 ? 0 : (double) missing / rows;
        }
    }

    /// A level, and its share of the values in the training periods and in the later ones.
    public record Share(String level, double training, double later) {}

    /// How long after its time the truth of a row was known: the median, what all but 5 % and all but 1 % kept
    /// to, and the longest; of sampled rows.
    ///
    /// Unit: seconds.
    public record Delays(double half, double most, double nearlyAll, double longest, double declared) {}

    /// Of all that was counted.
    public static Overview of(Survey survey) {
        List<Rows> periods = survey.periods.stream()
                .map(facts -> new Rows(facts.name, facts.training, facts.rows(), facts.count(Fate.LABELLED)))
                .toList();
        int split = (int) periods.stream().filter(Rows::training).count();
        List<Column> fields = new ArrayList<>();
        for (FieldFacts facts : survey.fields) {
            fields.add(column(survey, facts, split));
        }
        return new Overview(FileStyle.of(survey.all), periods, fields, delays(survey));
    }

    private static Column column(Survey survey, FieldFacts facts, int split) {
        List<Double> missing = new ArrayList<>();
        for (Tally tally : facts.tallies) {
            missing.add(tally.missingShare());
        }
        boolean open = !PrivateCheck.looksPrivate(survey, facts);
        boolean bounded = open && facts.field.type() != Type.STRING && Double.isFinite(facts.least());
        double[] numbers = bounded ? survey.numbers(facts) : new double[0];
        return new Column(
                facts.field,
                survey.project.asked(facts.field),
                facts.rows(),
                facts.missing(),
                missing,
                bounded ? Show.value(facts, facts.least()) : "",
                numbers.length > 0 ? Show.value(facts, Quantile.of(numbers, 0.5)) : "",
                bounded ? Show.value(facts, facts.most()) : "",
                open && LevelCheck.isCode(facts) && facts.levels.size() <= MOST_LEVELS
                        ? levels(facts, split, survey.periods.size())
                        : List.of());
    }

    private static List<Share> levels(FieldFacts facts, int split, int periods) {
        List<Level> all = facts.levels.all();
        double before =
                Math.max(1, all.stream().mapToLong(level -> level.in(0, split)).sum());
        double after = Math.max(
                1, all.stream().mapToLong(level -> level.in(split, periods)).sum());
        return all.stream()
                .limit(SHOWN_LEVELS)
                .map(level -> new Share(
                        Say.name(level.name()), level.in(0, split) / before, level.in(split, periods) / after))
                .toList();
    }

    private static Optional<Delays> delays(Survey survey) {
        if (survey.project.target().knownAt().isEmpty() || !survey.project.timed()) {
            return Optional.empty();
        }
        Columns rows = survey.sample.rows();
        Expression known =
                Expression.compile(survey.project.target().knownAt().get(), Scope.of(survey.project.labelledSchema()));
        double[] sorted = java.util.stream.IntStream.range(0, rows.size())
                .filter(row -> survey.sample.fate(row) == Fate.LABELLED)
                .filter(row -> known.integer(rows, row) != Columns.NULL)
                .mapToDouble(row -> (known.integer(rows, row) - rows.integer(survey.time(), row)) / SECOND)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Delays(
                Quantile.of(sorted, 0.5),
                Quantile.of(sorted, 0.95),
                Quantile.of(sorted, 0.99),
                sorted[sorted.length - 1],
                survey.project.labelDelay().toMillis() / 1e3));
    }
}
