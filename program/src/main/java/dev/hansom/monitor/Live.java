package dev.hansom.monitor;

import dev.hansom.base.Progress;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Traffic day by day, in one pass: profiles on the baseline's bins, sums of losses, lags. No rows are kept.
///
/// Threads: for one thread.
final class Live {
    private static final int STEP = 4096;
    private static final int PARTS = 10;

    private final Project project;
    private final Metric metric;
    private final double constant;
    private final Days fields;
    private final Days kept;
    private final Days target;
    private final Days predictions;
    private final Columns truth;
    private final Columns prediction = new Columns(Baseline.PREDICTIONS, 1);
    /// By day and, where rows have no time of their own, by the tenth of the traffic that they are in.
    private final TreeMap<Long, TreeMap<Integer, Sums>> sums = new TreeMap<>();
    private final Map<Long, List<Long>> lags = new HashMap<>();
    private final TreeMap<Long, Map<Reasoned, Long>> answered = new TreeMap<>();

    private long superseded;

    private record Reasoned(String source, String reason, boolean number) {}

    private Live(Project project, Metric metric, Baseline baseline, double constant) {
        this.project = project;
        this.metric = metric;
        this.constant = constant;
        this.fields = new Days(baseline.fields().total());
        this.kept = new Days(baseline.fields().total());
        this.target = new Days(baseline.target().total());
        this.predictions =
                new Days(baseline.predictions().orElse(baseline.fields()).total());
        this.truth = new Columns(
                new Schema(List.of(new Schema.Column(project.target().name(), Type.DOUBLE))), 1);
        this.truth.append();
        this.prediction.append();
    }

    static Live of(
            Project project, Metric metric, Baseline baseline, Observed observed, double constant, Progress progress) {
        Live live = new Live(project, metric, baseline, constant);
        Filters filters = new Filters(project, observed.fields().schema());
        boolean predicts = baseline.predictions().isPresent();
        BitSet superseded = Sendings.superseded(observed);
        live.superseded = superseded.cardinality();
        for (int row = 0; row < observed.size(); row++) {
            if (!superseded.get(row)) {
                live.add(
                        observed.fields(),
                        row,
                        observed.answer(row),
                        live.part(row, observed.size()),
                        filters,
                        predicts);
            }
            if (row % STEP == 0) {
                progress.at(row);
            }
        }
        return live;
    }

    private int part(int row, int rows) {
        return project.timed() ? 0 : (int) ((long) row * PARTS / rows);
    }

    private void add(Columns rows, int row, Observed.Answer answer, int part, Filters filters, boolean predicts) {
        if (answer.at() == Columns.NULL) {
            return;
        }
        long day = Days.day(answer.at());
        boolean counts = filters.counts(rows, row, answer.truth());
        sums.computeIfAbsent(day, _ -> new TreeMap<>())
                .computeIfAbsent(part, _ -> new Sums(metric, constant))
                .add(answer, counts);
        Reasoned reasoned = new Reasoned(answer.source(), answer.reason(), !Double.isNaN(answer.prediction()));
        answered.computeIfAbsent(day, _ -> new HashMap<>()).merge(reasoned, 1L, Long::sum);
        if (!Double.isNaN(answer.truth()) && answer.observedAt() != Columns.NULL) {
            lags.computeIfAbsent(day, _ -> new ArrayList<>()).add(answer.observedAt() - instant(answer.at()));
        }
        fields.add(rows, row, answer.at());
        if (filters.keeps(rows, row)) {
            kept.add(rows, row, answer.at());
            if (predicts) {
                prediction.set(0, 0, answer.prediction());
                predictions.add(prediction, 0, answer.at());
            }
        }
        if (counts) {
            truth.set(0, 0, answer.truth());
            target.add(truth, 0, answer.at());
        }
    }

    private long instant(long at) {
        Instant instant = Window.time(at).atZone(project.timeZone()).toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /// How many rows were sent again later.
    long superseded() {
        return superseded;
    }

    Days fields() {
        return fields;
    }

    Days kept() {
        return kept;
    }

    Days target() {
        return target;
    }

    Days predictions() {
        return predictions;
    }

    /// The windows, in order.
    List<Window> windows() {
        Map<Long, Long> rows = sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> day(entry.getKey()).requests()));
        return Windows.of(rows, project.watch().window());
    }

    /// The days from `start` up to but without `end`, wall-clock microseconds.
    List<Day> days(long start, long end) {
        return sums.subMap(Days.day(start), Days.day(end)).keySet().stream()
                .map(this::day)
                .toList();
    }

    /// What counts as independent: days, or parts of them where rows have no time of their own.
    List<Day> blocks(long start, long end) {
        return sums.subMap(Days.day(start), Days.day(end)).keySet().stream()
                .flatMap(day -> parts(day).stream())
                .toList();
    }

    private List<Day> parts(long day) {
        return sums.getOrDefault(day, new TreeMap<>()).values().stream()
                .map(part -> part.day(LocalDate.ofEpochDay(day)))
                .toList();
    }

    Quality quality(long start, long end) {
        return Quality.of(
                blocks(start, end), lags(start, end), metric, project.watch().coverage());
    }

    Answered answered(Window span) {
        Answered sum = Answered.NONE;
        for (Map<Reasoned, Long> day :
                answered.subMap(Days.day(span.start()), Days.day(span.end())).values()) {
            for (Map.Entry<Reasoned, Long> entry : day.entrySet()) {
                sum = sum.plus(of(entry.getKey(), entry.getValue()));
            }
        }
        return sum;
    }

    private static Answered of(Reasoned reasoned, long rows) {
        Map<String, Long> reasons = reasoned.reason().isEmpty() ? Map.of() : Map.of(reasoned.reason(), rows);
        return new Answered(rows, Map.of(reasoned.source(), rows), reasons, reasoned.number() ? 0 : rows);
    }

    /// How many truths came later than the project's label delay.
    long late(Window span) {
        Duration delay = project.labelDelay();
        long limit = delay.toNanos() / 1000;
        return lags(span.start(), span.end()).stream()
                .filter(lag -> lag > limit)
                .count();
    }

    private List<Long> lags(long start, long end) {
        List<Long> all = new ArrayList<>();
        for (long day = Days.day(start); day < Days.day(end); day++) {
            all.addAll(lags.getOrDefault(day, List.of()));
        }
        return all;
    }

    private Day day(long day) {
        return parts(day).stream().reduce(Day::plus).orElseThrow();
    }
}
