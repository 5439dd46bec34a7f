package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.data.Period;
import dev.hansom.data.Periods;
import dev.hansom.evaluate.Proportion;
import dev.hansom.project.Checks;
import dev.hansom.project.Checks.Bounds;
import dev.hansom.project.Checks.FieldCheck;
import dev.hansom.project.Project;
import dev.hansom.score.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Infers checks from the training periods: what later periods are held against, with slack where months differ. A
/// table without a time has no earlier and later: its training and validation parts are taken together.
///
/// * Shares (missing, outside, duplicates): the Clopper-Pearson upper bound of the share in the period where it is
///   largest, at a confidence of [#CONFIDENCE], and [#SLACK] of it more.
/// * Ranges: from the 0.1 % to the 99.9 % quantile, half its width more on each side, and not below zero where nothing
///   (but for a share that may lie outside) is negative.
/// * Levels: those with a share of at least [#LEAST_LEVEL].
/// * Medians: from the least to the greatest one of a period, a third of itself or a quarter of the period's middle
/// half
///   more, whatever is more; none where the middle fifth of all values is wider than that.
/// * Rows, of periods in time alone: half to twice of what a training period has. Gaps: twice the longest one, and at
///   least six hours.
public final class Freezing {
    /// How sure the bound of a share is.
    public static final double CONFIDENCE = 0.999;
    /// By how much more of itself a share may grow.
    public static final double SLACK = 0.2;
    /// A level with fewer rows is not taken for one that belongs there.
    public static final double LEAST_LEVEL = 0.0001;

    private static final int MOST_LEVELS = 50;
    private static final int ENOUGH = 30;

    private final Survey survey;
    private final int training;

    /// From a survey of the past.
    public Freezing(Survey survey) {
        this.survey = survey;
        this.training = seen(survey.project, survey.all).size();
    }

    /// The periods that checks are inferred from.
    public static List<Period> seen(Project project, Periods periods) {
        return project.timed() ? periods.training() : periods.past();
    }

    /// The checks; only what can be said is in them.
    public Checks checks() {
        Map<String, FieldCheck> fields = new LinkedHashMap<>();
        for (FieldFacts facts : survey.fields) {
            field(facts).ifPresent(check -> fields.put(facts.field.name(), check));
        }
        return new Checks(rows(), OptionalDouble.of(duplicates()), gap(), freshness(), fields, List.of());
    }

    private Bounds rows() {
        if (!survey.project.timed()) {
            return Bounds.NONE;
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        for (PeriodFacts period : survey.periods.subList(0, training)) {
            least = Math.min(least, period.rows());
            most = Math.max(most, period.rows());
        }
        return new Bounds(Math.floor(least / 2.0), 2.0 * most);
    }

    private double duplicates() {
        double share = 0;
        for (PeriodFacts period : survey.periods.subList(0, training)) {
            share = Math.max(share, period.rows() == 0 ? 0 : bound(period.duplicates.count(), period.rows()));
        }
        return share;
    }

    private Optional<Duration> gap() {
        long longest = 0;
        for (PeriodFacts period : survey.periods.subList(0, training)) {
            if (period.count(Fate.LABELLED) == 0 || !survey.project.timed()) {
                return Optional.empty();
            }
            longest = Math.max(longest, period.longestGapHours());
        }
        return Optional.of(Duration.ofHours(Math.max(6, 2 * longest)));
    }

    /// Only where the data are as fresh as that today: an old table does not grow younger.
    private Optional<Duration> freshness() {
        long newest =
                survey.periods.stream().mapToLong(period -> period.newest).max().orElse(Long.MIN_VALUE);
        if (!survey.project.timed()) {
            return Optional.empty();
        }
        PeriodFacts last = survey.periods.getLast();
        long length = last.window.end() - last.window.start();
        boolean fresh = newest != Long.MIN_VALUE && survey.now - newest < 2 * length;
        return fresh ? Optional.of(Duration.ofDays(Math.ceilDiv(3 * length, 86_400_000_000L))) : Optional.empty();
    }

    private Optional<FieldCheck> field(FieldFacts facts) {
        long rows = 0;
        double missing = 0;
        long present = 0;
        for (Tally tally : List.of(facts.tallies).subList(0, training)) {
            rows += tally.rows;
            present += tally.present();
            missing = Math.max(missing, tally.rows == 0 ? 0 : bound(tally.missing.count(), tally.rows));
        }
        if (rows == 0) {
            return Optional.empty();
        }
        OptionalDouble missingAtMost = OptionalDouble.of(missing);
        boolean isTime = facts.field.type() == Type.TIMESTAMP || facts.field.type() == Type.DATE;
        if (present < ENOUGH || isTime || PrivateCheck.looksPrivate(survey, facts)) {
            return Optional.of(new FieldCheck(Bounds.NONE, List.of(), 0, Bounds.NONE, missingAtMost));
        }
        if (isNamed(facts)) {
            return Optional.of(levels(facts, present, missingAtMost));
        }
        boolean measures = facts.field.type() == Type.DOUBLE || facts.field.type() == Type.INT64;
        return Optional.of(
                measures
                        ? numbers(facts, missingAtMost)
                        : new FieldCheck(Bounds.NONE, List.of(), 0, Bounds.NONE, missingAtMost));
    }

    private static boolean isNamed(FieldFacts facts) {
        return LevelCheck.isCode(facts) && facts.levels.size() <= MOST_LEVELS;
    }

    private FieldCheck levels(FieldFacts facts, long present, OptionalDouble missingAtMost) {
        List<Levels.Level> known = facts.levels.all().stream()
                .filter(level -> level.in(0, training) >= Math.max(1, LEAST_LEVEL * present))
                .filter(level -> isWritten(level.name()))
                .toList();
        if (known.isEmpty()) {
            return new FieldCheck(Bounds.NONE, List.of(), 0, Bounds.NONE, missingAtMost);
        }
        double outside = 0;
        for (int i = 0; i < training; i++) {
            int period = i;
            long inside = known.stream()
                    .mapToLong(level -> level.in(period, period + 1))
                    .sum();
            Tally tally = facts.tallies[i];
            outside = Math.max(outside, tally.present() == 0 ? 0 : bound(tally.present() - inside, tally.present()));
        }
        List<String> names =
                known.stream().map(Levels.Level::name).sorted(Freezing::inOrder).toList();
        return new FieldCheck(Bounds.NONE, names, outside, Bounds.NONE, missingAtMost);
    }

    /// Whether a level reads back from a project file as it is: blanks around a text are none of it there.
    private static boolean isWritten(String level) {
        return !level.isBlank() && level.equals(level.strip());
    }

    private FieldCheck numbers(FieldFacts facts, OptionalDouble missingAtMost) {
        List<double[]> periods = survey.numbersByPeriod(facts, training);
        double[] sorted = periods.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length < ENOUGH) {
            return new FieldCheck(Bounds.NONE, List.of(), 0, Bounds.NONE, missingAtMost);
        }
        Bounds values = values(facts, sorted);
        double outside = 0;
        for (double[] period : periods) {
            long beyond =
                    Arrays.stream(period).filter(value -> !values.hold(value)).count();
            outside = Math.max(outside, period.length == 0 ? 0 : bound(beyond, period.length));
        }
        Bounds median = LevelCheck.isCode(facts) ? Bounds.NONE : median(periods, sorted);
        return new FieldCheck(values, List.of(), outside, median, missingAtMost);
    }

    private Bounds values(FieldFacts facts, double[] sorted) {
        double low = Quantile.of(sorted, 0.001);
        double high = Quantile.of(sorted, 0.999);
        double slack = (high - low) / 2;
        long present = 0;
        long negative = 0;
        for (Tally tally : List.of(facts.tallies).subList(0, training)) {
            present += tally.present();
            negative += tally.negative;
        }
        double least = low - slack;
        if (negative <= 0.01 * present) {
            least = Math.max(0, least);
        }
        return new Bounds(Round.down(least), Round.up(high + slack));
    }

    /// From the least to the greatest median of a period, each with its own slack: seasons are no fault.
    private static Bounds median(List<double[]> periods, double[] sorted) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] period : periods) {
            double[] finite = Arrays.stream(period).filter(Double::isFinite).toArray();
            if (finite.length > 0) {
                double middle = Quantile.of(finite, 0.5);
                double half = Quantile.of(finite, 0.75) - Quantile.of(finite, 0.25);
                double slack = Math.max(Math.abs(middle) / 3, half / 4);
                least = Math.min(least, middle - slack);
                most = Math.max(most, middle + slack);
            }
        }
        if (!(most > least)) {
            return Bounds.NONE;
        }
        Bounds bounds = new Bounds(Round.down(least), Round.up(most));
        // Where the middle fifth alone is wider, a small shift of shares moves the median far: half of it are zeros.
        boolean steady = bounds.hold(Quantile.of(sorted, 0.4)) && bounds.hold(Quantile.of(sorted, 0.6));
        return steady ? bounds : Bounds.NONE;
    }

    private static double bound(long count, long rows) {
        return Round.up(Math.min(1, Proportion.upper(count, rows, CONFIDENCE) * (1 + SLACK)));
    }

    /// Numbers by size, then words by letter.
    private static int inOrder(String one, String other) {
        try {
            return Long.compare(Long.parseLong(one), Long.parseLong(other));
        } catch (NumberFormatException e) {
            return one.compareTo(other);
        }
    }
}
