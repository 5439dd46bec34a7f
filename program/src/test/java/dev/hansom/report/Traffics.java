package dev.hansom.report;

import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.monitor.Answered;
import dev.hansom.monitor.Day;
import dev.hansom.monitor.Drift;
import dev.hansom.monitor.Expected;
import dev.hansom.monitor.Finding;
import dev.hansom.monitor.Health;
import dev.hansom.monitor.Lag;
import dev.hansom.monitor.Measure;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Observed;
import dev.hansom.monitor.Quality;
import dev.hansom.monitor.Score;
import dev.hansom.monitor.Statistic;
import dev.hansom.monitor.Status;
import dev.hansom.monitor.Subject;
import dev.hansom.monitor.WatchedWindow;
import dev.hansom.monitor.Yardstick;
import dev.hansom.project.Project;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What monitoring four weeks of March 2021 could have found.
final class Traffics {
    private static final LocalDateTime START = LocalDateTime.of(2021, 3, 1, 0, 0);

    private Traffics() {}

    /// A clean month: the last week still waits for truths.
    static MonitorResult clean(Project project) {
        return result(project, List.of(), false, 4.38);
    }

    /// The same with a zone that is missing in the third week, and a model that the rule beats.
    static MonitorResult sick(Project project) {
        Window third = Studies.week(START.plusWeeks(2));
        return result(
                project,
                List.of(
                        finding(
                                Status.RED,
                                "from_zone",
                                Statistic.MISSING,
                                third,
                                0.997,
                                0.01,
                                1e-9,
                                "from_zone: missing 0 % → 100 %"),
                        finding(
                                Status.RED,
                                "model",
                                Statistic.GAIN,
                                third,
                                -0.31,
                                0,
                                Double.NaN,
                                "the rule answers better: the gain over it is -0.31 [-0.42, -0.20] minutes"),
                        finding(
                                Status.AMBER,
                                "to_zone",
                                Statistic.PSI,
                                third,
                                0.084,
                                0.021,
                                0.0004,
                                "to_zone: “74” 4.1 % → 9.8 %"),
                        new Finding(
                                Status.AMBER,
                                "log",
                                Statistic.LOST,
                                Optional.empty(),
                                12,
                                0,
                                Double.NaN,
                                "12 rows were answered and not logged")),
                true,
                5.02);
    }

    /// A month that the rule answered alone: there is no model, and no week to compare.
    static MonitorResult withoutModel(Project project) {
        MonitorResult clean = clean(project);
        Comparison none = new Comparison(Metric.MAE, Stretch.WEEK, List.of(), List.of(Studies.week(START)), 0, 0);
        return new MonitorResult(
                project,
                clean.windows().stream().map(Traffics::withoutModel).toList(),
                clean.days().stream()
                        .map(day -> new Day(
                                day.date(),
                                day.requests(),
                                day.truths(),
                                day.scored(),
                                day.rule(),
                                day.constant(),
                                day.rule(),
                                Losses.NONE,
                                Day.Pairs.NONE))
                        .toList(),
                new Yardstick(none, none.interval(0.95), 0.2, "minutes"),
                clean.health(),
                clean.evaluations().stream()
                        .filter(evaluation -> !evaluation.scorer().equals("model"))
                        .toList(),
                new Answered(68_000, Map.of("rule", 68_000L), Map.of("champion_is_rule", 68_000L), 0),
                withoutModel(clean.quality()),
                Expected.UNKNOWN,
                clean.losses(),
                Map.of("1", 68_000L),
                0,
                0,
                0,
                70_112);
    }

    private static WatchedWindow withoutModel(WatchedWindow window) {
        return new WatchedWindow(
                window.window(), window.answered(), window.drifts(), withoutModel(window.quality()), window.findings());
    }

    private static Quality withoutModel(Quality quality) {
        Interval none = Interval.ofMeans(List.of(), 0.99);
        return new Quality(
                quality.requests(),
                quality.truths(),
                quality.scored(),
                quality.coverage(),
                quality.mature(),
                Optional.empty(),
                quality.rule(),
                quality.rule(),
                new Score(Losses.NONE, none),
                0,
                none,
                Double.NaN);
    }

    /// So many windows with so many columns each.
    static MonitorResult large(Project project, int windows, int columns) {
        MonitorResult sick = sick(project);
        List<Drift> drifts = IntStream.range(0, columns)
                .mapToObj(column -> drift(
                        Subject.FIELD,
                        "column_number_" + column,
                        measure(0.2, 0.01, Status.RED),
                        measure(0.1, 0.01, Status.RED),
                        measure(0, 0.01, Status.GREEN),
                        0.2,
                        "median 1.2 → 7.4",
                        30))
                .toList();
        return new MonitorResult(
                project,
                IntStream.range(0, windows)
                        .mapToObj(window -> new WatchedWindow(
                                Studies.week(START.plusWeeks(window)),
                                answered(17_000, true),
                                drifts,
                                quality(4.7, 4.4, true),
                                List.of()))
                        .toList(),
                sick.days(),
                sick.yardstick(),
                sick.health(),
                sick.evaluations(),
                sick.answered(),
                sick.quality(),
                sick.expected(),
                sick.losses(),
                sick.versions(),
                0,
                0,
                0,
                70_112);
    }

    private static Finding finding(
            Status status,
            String about,
            Statistic statistic,
            Window window,
            double size,
            double limit,
            double p,
            String text) {
        return new Finding(status, about, statistic, Optional.of(window), size, limit, p, text);
    }

    private static MonitorResult result(Project project, List<Finding> findings, boolean sick, double model) {
        List<WatchedWindow> windows = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (int week = 0; week < 4; week++) {
            Window window = Studies.week(START.plusWeeks(week));
            double rule = 4.7 + 0.06 * week;
            double off = model + 0.05 * week + (sick && week == 2 ? 0.5 : 0);
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.window().equals(Optional.of(window)))
                    .toList();
            windows.add(new WatchedWindow(
                    window, answered(17_000, sick), drifts(sick && week == 2), quality(rule, off, week < 3), own));
            if (week < 3) {
                blocks.add(Studies.block(window, 15_800, rule, rule - off));
            }
        }
        Comparison comparison = new Comparison(Metric.MAE, Stretch.WEEK, blocks, List.of(), 0, 0);
        Map<String, Long> versions = new LinkedHashMap<>();
        versions.put("3", 66_940L);
        versions.put("1", 1_060L);
        return new MonitorResult(
                project,
                windows,
                days(model, sick),
                new Yardstick(comparison, comparison.interval(0.95), 0.2, "minutes"),
                new Health(
                        Status.worst(Stream.concat(
                                Stream.of(Status.GREEN), findings.stream().map(Finding::status))),
                        findings),
                Trainings.evaluations(comparison),
                answered(68_000, sick),
                quality(4.78, model, true),
                new Expected(12.1, 4.69, 4.39, Map.of("train", 3L), Map.of("monitor", 2L)),
                new Observed.Losses(sick ? 12 : 0, 0, 3, 0),
                versions,
                0,
                0,
                41,
                70_112);
    }

    private static Answered answered(long rows, boolean sick) {
        return new Answered(
                rows,
                Map.of("model", rows - 265, "rule", 265L),
                sick ? Map.of("no_answer", 250L, "outside_keep", 15L) : Map.of("no_answer", 265L),
                0);
    }

    private static Quality quality(double rule, double model, boolean mature) {
        long requests = 17_000;
        long truths = mature ? 16_400 : 7_100;
        return new Quality(
                requests,
                truths,
                truths - 600,
                (double) truths / requests,
                mature,
                Optional.of(new Lag(truths, Duration.ofMinutes(14), Duration.ofMinutes(41), Duration.ofMinutes(1_900))),
                score(truths, model),
                score(truths, rule),
                score(truths, model),
                truths - 600,
                new Interval(rule - model - 0.11, rule - model, rule - model + 0.11, 0.99),
                rule - model);
    }

    private static Score score(long rows, double mae) {
        return new Score(losses(rows, mae), new Interval(mae - 0.17, mae, mae + 0.19, 0.95));
    }

    private static Losses losses(long rows, double mae) {
        return new Losses(rows, 0, rows * mae, rows * mae * mae * 2);
    }

    private static List<Day> days(double model, boolean sick) {
        return IntStream.range(0, 28)
                .mapToObj(day -> {
                    double wave = 0.3 * Math.sin(day * 0.9);
                    Losses rule = losses(2_300, 4.78 + wave);
                    Losses live = losses(2_300, model + 0.8 * wave + (sick && day / 7 == 2 ? 0.5 : 0));
                    return new Day(
                            LocalDate.of(2021, 3, 1).plusDays(day),
                            2_430,
                            2_360,
                            2_300,
                            live,
                            losses(2_300, 8.1),
                            rule,
                            live,
                            new Day.Pairs(rule, live, rule.absolute() - live.absolute(), 9_000));
                })
                .toList();
    }

    private static List<Drift> drifts(boolean sick) {
        Measure none = new Measure(0, 0, Double.POSITIVE_INFINITY, 1, 1, Status.GREEN);
        Measure present = measure(0.0001, 0.01, Status.GREEN);
        return List.of(
                drift(
                        Subject.FIELD,
                        "from_zone",
                        measure(0.011, 0.02, Status.GREEN),
                        sick ? new Measure(0.997, 0.01, 0.1, 0, 0, Status.RED) : present,
                        measure(0.001, 0.01, Status.GREEN),
                        sick ? 0.997 : 0.0002,
                        "“74” 6.1 % → 6.4 %",
                        24),
                drift(
                        Subject.FIELD,
                        "to_zone",
                        sick ? measure(0.084, 0.021, Status.AMBER) : measure(0.012, 0.021, Status.GREEN),
                        present,
                        measure(0, 0.01, Status.GREEN),
                        0,
                        "“74” 4.1 % → 9.8 %",
                        30),
                drift(
                        Subject.FIELD,
                        "pickup_at.hour",
                        measure(0.004, 0.03, Status.GREEN),
                        none,
                        none,
                        0,
                        "“8” 5.5 % → 6.1 %",
                        24),
                drift(
                        Subject.TARGET,
                        "duration_minutes",
                        measure(0.008, 0.015, Status.GREEN),
                        none,
                        none,
                        0,
                        "median 12.1 → 12.4",
                        20),
                drift(
                        Subject.PREDICTION,
                        "prediction",
                        sick ? measure(0.31, 0.01, Status.RED) : measure(0.006, 0.01, Status.GREEN),
                        none,
                        none,
                        0,
                        "median 12.6 → 15.9",
                        20));
    }

    private static Measure measure(double size, double limit, Status status) {
        return new Measure(size, limit, 0.1, 0.5, status == Status.GREEN ? 1 : 0.0004, status);
    }

    private static Drift drift(
            Subject subject,
            String name,
            Measure shape,
            Measure missing,
            Measure levels,
            double missingNow,
            String change,
            int bins) {
        return new Drift(
                subject,
                name,
                17_000,
                shape,
                0.1,
                missing,
                levels,
                0.0002,
                missingNow,
                Double.NaN,
                Double.NaN,
                change,
                IntStream.range(0, bins)
                        .mapToObj(bin -> new Drift.Bin(
                                String.valueOf(bin),
                                (1 + Math.sin(bin * 0.5)) / bins,
                                (1 + Math.sin(bin * 0.5 + shape.size() * 3)) / bins))
                        .toList());
    }
}
