package dev.hansom.check;

import dev.hansom.data.Accounting;
import dev.hansom.data.Fate;
import dev.hansom.data.Period;
import dev.hansom.data.Periods;
import dev.hansom.data.ProjectChunk;
import dev.hansom.data.Window;
import dev.hansom.project.Checks.RowCheck;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is counted while the rows of the past go by once, in the order of their files.
///
/// Memory: bounded, whatever the number of rows. Threads: for one thread.
public final class Survey {
    final Project project;
    final Periods all;
    final long now;
    final List<PeriodFacts> periods = new ArrayList<>();
    final List<FieldFacts> fields = new ArrayList<>();
    final List<RowFacts> conditions = new ArrayList<>();
    final Sample sample;
    final Twins twins;
    final Examples skipped = new Examples();
    final Examples twice = new Examples();
    final List<Examples> early = new ArrayList<>();
    final Examples lateLabels = new Examples();
    long labels;
    final Map<String, Examples> losses = new HashMap<>();
    private Accounting accounting = Accounting.NONE;

    private final int time;
    private final int target;
    private final int[] times;
    private final ClockChanges clock;
    private final Optional<Expression> knownAt;
    private long[] keys = new long[0];
    private long[] hashes = new long[0];
    private long read;
    private final List<Period> past;
    private @Nullable Period latest;
    private int index;

    /// A survey of the past months of `project`; `now` in microseconds of the wall clock.
    public Survey(Project project, Periods all, long now) {
        this.project = project;
        this.all = all;
        this.past = all.past();
        this.now = now;
        this.time = project.labelledSchema().index(project.time());
        this.target = project.labelledSchema().size() - 1;
        this.clock = new ClockChanges(project.timeZone());
        this.sample = new Sample(project.labelledSchema());
        this.twins = new Twins(project);
        for (Period period : past) {
            periods.add(new PeriodFacts(
                    period.name(), period.window(), all.training().contains(period)));
        }
        int extremes = project.fields().size() > 200 ? 20 : 100;
        for (int i = 0; i < project.fields().size(); i++) {
            Field field = project.fields().get(i);
            fields.add(new FieldFacts(
                    field,
                    i,
                    periods.size(),
                    extremes,
                    now + 86_400_000_000L,
                    Optional.ofNullable(project.checks().fields().get(field.name()))));
            early.add(new Examples());
        }
        this.times = IntStream.range(0, fields.size())
                .filter(i -> i != time && fields.get(i).field.type() == Type.TIMESTAMP)
                .toArray();
        Scope scope = Scope.of(project.labelledSchema());
        this.knownAt = project.target().knownAt().map(text -> Expression.compile(text, scope));
        for (RowCheck check : project.checks().expressions()) {
            conditions.add(new RowFacts(check, scope, periods.size()));
        }
    }

    /// Counts the rows of a chunk.
    public void add(ProjectChunk some) {
        Piece chunk = Piece.of(some);
        int period = index(some.period());
        Columns rows = chunk.rows();
        begin(rows.size());
        for (FieldFacts facts : fields) {
            facts.add(chunk, period, keys, hashes);
            twins.add(rows, facts.column, hashes);
        }
        for (int row = 0; row < rows.size(); row++) {
            row(chunk, period, row);
        }
        sample.add(chunk, period, keys);
    }

    /// Remembers the first values of a field that lost something when they were read.
    public void lost(String field, String file, long row) {
        Examples examples = losses.computeIfAbsent(field, _ -> new Examples());
        if (examples.isOpen()) {
            examples.add(file, row);
        }
    }

    /// Takes the account of all rows once they have gone by.
    public void close(Accounting all) {
        this.accounting = all;
    }

    private int index(Period period) {
        if (!period.equals(latest)) {
            latest = period;
            index = past.indexOf(period);
        }
        return index;
    }

    /// Whether counts of duplicates are estimates.
    boolean isThinned() {
        return twins.isThinned();
    }

    private void begin(int count) {
        if (keys.length < count) {
            keys = new long[count];
            hashes = new long[count];
        }
        twins.begin(count);
        for (int row = 0; row < count; row++) {
            keys[row] = Mix.of(++read);
        }
    }

    private void row(Piece chunk, int period, int row) {
        PeriodFacts facts = periods.get(period);
        Fate fate = chunk.fate(row);
        facts.add(fate, chunk, row);
        String file = chunk.file();
        long place = chunk.place(row);
        long repeated = twins.count(chunk.rows(), row, facts.training, fate, file, place);
        if (repeated > 0) {
            facts.duplicates.add(file, place, repeated);
        }
        long at = chunk.rows().integer(time, row);
        if (at != Columns.NULL && project.timed()) {
            time(chunk.rows(), facts, fate, at, row, file, place);
        }
        if (fate == Fate.LABELLED) {
            labelled(chunk.rows(), at, row, file, place);
        }
        for (RowFacts condition : conditions) {
            condition.add(chunk.rows(), row, period, file, place);
        }
    }

    private void time(Columns rows, PeriodFacts facts, Fate fate, long at, int row, String file, long place) {
        if (fate == Fate.OUTSIDE) {
            facts.outside.add(file, place);
            facts.outsideLeast = Math.min(facts.outsideLeast, at);
            facts.outsideMost = Math.max(facts.outsideMost, at);
        } else {
            facts.at(at);
        }
        int change = clock.at(at);
        if (change != 0) {
            (change < 0 ? skipped : twice).add(file, place);
        }
        for (int column : times) {
            long other = rows.integer(column, row);
            if (other != Columns.NULL && other < at) {
                early.get(column).add(file, place);
            }
        }
    }

    private void labelled(Columns rows, long at, int row, String file, long place) {
        labels++;
        if (knownAt.isPresent() && at != Columns.NULL) {
            long known = knownAt.get().integer(rows, row);
            if (known != Columns.NULL && known - at > project.labelDelay().toNanos() / 1_000) {
                lateLabels.add(file, place);
            }
        }
    }

    /// What became of all rows.
    public Accounting accounting() {
        return accounting;
    }

    /// All rows of the past.
    long rows() {
        return periods.stream().mapToLong(PeriodFacts::rows).sum();
    }

    /// All rows of the training periods with a label.
    long trainingLabels() {
        return periods.stream()
                .filter(period -> period.training)
                .mapToLong(period -> period.count(Fate.LABELLED))
                .sum();
    }

    /// The periods that are whole by their making: not the first and the last ones where one file holds several, since
    /// such a file begins and ends where it will.
    List<PeriodFacts> whole() {
        boolean shared = all.all().size()
                > all.all().stream()
                        .flatMap(period -> period.files().stream())
                        .distinct()
                        .count();
        if (!shared) {
            return periods;
        }
        int end = all.live().isEmpty() ? periods.size() - 1 : periods.size();
        return end > 1 ? periods.subList(1, end) : List.of();
    }

    /// The windows of all periods, live ones too.
    List<Window> windows() {
        return all.all().stream().map(Period::window).toList();
    }

    /// The numbers of a field in the sampled rows, in order; infinite ones left out.
    double[] numbers(FieldFacts facts) {
        return sorted(facts, row -> true);
    }

    /// The numbers of a field in the sampled rows of each of the first `count` periods, in order, infinite ones too.
    List<double[]> numbersByPeriod(FieldFacts facts, int count) {
        List<DoubleStream.Builder> values =
                Stream.generate(DoubleStream::builder).limit(count).toList();
        for (int row = 0; row < sample.rows().size(); row++) {
            double value = sample.period(row) < count ? value(facts, row) : Double.NaN;
            if (!Double.isNaN(value)) {
                values.get(sample.period(row)).add(value);
            }
        }
        return values.stream().map(period -> period.build().sorted().toArray()).toList();
    }

    /// The median of a field in a period, from the sampled rows; NaN where none of them has a value.
    double median(FieldFacts facts, int period) {
        double[] sorted = sorted(facts, row -> sample.period(row) == period);
        return sorted.length == 0 ? Double.NaN : Quantile.of(sorted, 0.5);
    }

    /// The values of a field in the first `most` sampled rows; NaN where missing.
    double[] column(FieldFacts facts, int most) {
        return IntStream.range(0, Math.min(most, sample.rows().size()))
                .mapToDouble(row -> value(facts, row))
                .toArray();
    }

    private double[] sorted(FieldFacts facts, IntPredicate fits) {
        return IntStream.range(0, sample.rows().size())
                .filter(fits)
                .mapToDouble(row -> value(facts, row))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private double value(FieldFacts facts, int row) {
        int column = facts.column;
        if (sample.rows().isNull(column, row)) {
            return Double.NaN;
        }
        return facts.field.type() == Type.DOUBLE
                ? sample.rows().number(column, row)
                : sample.rows().integer(column, row);
    }

    /// The column of the time in a labelled row.
    int time() {
        return time;
    }

    /// The column of the target in a labelled row.
    int target() {
        return target;
    }
}
