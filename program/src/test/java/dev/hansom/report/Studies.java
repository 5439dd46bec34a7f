package dev.hansom.report;

import dev.hansom.check.FieldFinding;
import dev.hansom.data.Blocks;
import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import dev.hansom.design.DesignResult;
import dev.hansom.design.FeatureFinding;
import dev.hansom.design.Leakage;
import dev.hansom.design.Validity;
import dev.hansom.design.ValidityCheck;
import dev.hansom.design.Week;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Judge;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Checks;
import dev.hansom.project.DataSource;
import dev.hansom.project.Field;
import dev.hansom.project.Learner;
import dev.hansom.project.LookupPlan;
import dev.hansom.project.Measure;
import dev.hansom.project.Moment;
import dev.hansom.project.Objective;
import dev.hansom.project.Project;
import dev.hansom.project.Promises;
import dev.hansom.project.RulePlan;
import dev.hansom.project.SplitPlan;
import dev.hansom.project.Statistic;
import dev.hansom.project.Target;
import dev.hansom.project.Watch;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Facts made up by hand: what a design of taxi rides could have found.
final class Studies {
    static final Moment REQUEST = new Moment("request", 0);
    static final Moment PICKUP = new Moment("pickup", 1);
    static final Moment DROPOFF = new Moment("dropoff", 2);

    private Studies() {}

    static Origin origin() {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("code", "17edf2a0c1b2");
        provenance.put("data", "6c0f1e5b7a8d49c2b3e4f5061728394a");
        provenance.put("project", "b1946ac92492d2347c6235b4d2611184");
        provenance.put("seed", "1");
        provenance.put("version.java", "25");
        return new Origin(Instant.parse("2021-04-01T14:05:00Z"), "hansom design --project hansom.yaml", provenance);
    }

    static Project project() {
        return project("How many minutes will this trip take, asked when it is requested?");
    }

    static Project project(String question) {
        return new Project(
                "taxi",
                question,
                "dispatch@example.com",
                new Target("duration_minutes", "(epoch(dropoff_at) - epoch(pickup_at)) / 60", "minutes"),
                "from_zone IS NOT NULL AND to_zone IS NOT NULL",
                "duration_minutes BETWEEN 1 AND 60",
                "pickup_at",
                ZoneId.of("America/New_York"),
                List.of(REQUEST, PICKUP, DROPOFF),
                REQUEST,
                Duration.ofHours(2),
                new Objective("mae", 0.2, "12 seconds a trip are about what a dispatcher notices"),
                new DataSource(Path.of("."), List.of("green_*.parquet"), "NYC TLC green trip records"),
                SplitPlan.months(1, 1),
                fields(),
                List.of(),
                List.of(
                        new Definition("pickup_hour", "hour(pickup_at)"),
                        new Definition("weekday", "dayofweek(pickup_at)"),
                        new Definition("weekend", "CASE WHEN weekday IN (0, 6) THEN 1 ELSE 0 END"),
                        new Definition("unused", "pickup_hour * 2")),
                lookups(),
                new RulePlan(
                        "pair_minutes * hour_factor", "what a dispatcher would say: this pair of zones, this hour"),
                List.of(new Feature("rule", "pair_minutes * hour_factor"), new Feature("weekday", "weekday")),
                List.of(),
                Promises.NONE,
                new Learner(Learner.Kind.XGBOOST, Map.of("eta", 0.1)),
                new Watch(Period.ofWeeks(1), 0.8),
                Checks.NONE,
                1,
                Path.of("hansom.yaml"),
                "b1946ac92492d2347c6235b4d2611184");
    }

    private static List<Field> fields() {
        return List.of(
                new Field(
                        "pickup_at",
                        "lpep_pickup_datetime",
                        Type.TIMESTAMP,
                        PICKUP,
                        Optional.of("the time for which the trip is asked; the records hold when the meter started"),
                        Optional.empty()),
                field("from_zone", Type.INT64, REQUEST),
                field("to_zone", Type.INT64, REQUEST),
                field("passenger_count", Type.INT64, REQUEST),
                field("dropoff_at", Type.TIMESTAMP, DROPOFF),
                field("fare_amount", Type.DOUBLE, DROPOFF));
    }

    private static Field field(String name, Type type, Moment known) {
        return new Field(name, name, type, known, Optional.empty(), Optional.empty());
    }

    private static List<LookupPlan> lookups() {
        return List.of(
                lookup(
                        "pair_minutes",
                        Measure.of(Statistic.MEAN, "duration_minutes"),
                        List.of(List.of("from_zone", "to_zone"), List.of("to_zone")),
                        2,
                        OptionalDouble.empty()),
                lookup(
                        "hour_factor",
                        Measure.ratio("duration_minutes", "pair_minutes").where("passenger_count < 7"),
                        List.of(List.of("weekend", "pickup_hour"), List.of("pickup_hour")),
                        50,
                        OptionalDouble.of(1)),
                lookup(
                        "not_in_the_rule",
                        Measure.of(Statistic.MEDIAN, "fare_amount"),
                        List.of(List.of("to_zone")),
                        5,
                        OptionalDouble.empty()));
    }

    private static LookupPlan lookup(
            String name, Measure measure, List<List<String>> levels, double shrink, OptionalDouble otherwise) {
        return new LookupPlan(name, measure, levels, OptionalDouble.of(shrink), 1, otherwise);
    }

    /// Weeks from 18 January 2021 on in which the model gained so much; NaN was not compared.
    static DesignResult design(double... gains) {
        return design(project(), gains);
    }

    static DesignResult design(Project project, double... gains) {
        List<Week> weeks = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<Window> empty = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            Window window = week(LocalDateTime.of(2021, 1, 18, 0, 0).plusWeeks(i));
            int rows = 14_000 + 310 * (i % 3);
            double rule = 4.61 + 0.07 * (i % 4);
            if (Double.isNaN(gains[i])) {
                empty.add(window);
                weeks.add(new Week(window, 40, Losses.NONE, Losses.NONE, Losses.NONE, Double.NaN));
            } else {
                Block block = block(window, rows, rule, gains[i]);
                blocks.add(block);
                weeks.add(new Week(
                        window, 31_000 + 14_100 * i, losses(rows, 7.9), block.rule(), block.model(), gains[i]));
            }
        }
        Comparison comparison = new Comparison(Metric.MAE, Stretch.WEEK, blocks, empty, 0, 0);
        return new DesignResult(
                project,
                Metric.MAE,
                Judge.DESIGN.decide(comparison, project.objective().margin(), "minutes"),
                comparison,
                weeks,
                evaluations(comparison),
                leakage(),
                validity(),
                rows(),
                openings());
    }

    static Block block(Window window, long rows, double rule, double gain) {
        return new Block(window, losses(rows, rule), losses(rows, rule - gain), rows * gain, rows * (gain * gain + 4));
    }

    private static Losses losses(long rows, double mae) {
        return new Losses(rows, 0, rows * mae, rows * mae * mae * 2.1);
    }

    static Window week(LocalDateTime start) {
        long micros = Window.micros(start);
        return new Window(micros, micros + Blocks.WEEK_MICROS);
    }

    private static List<Evaluation> evaluations(Comparison comparison) {
        String period = "2021-01-18/2021-02-28";
        Losses constant = losses(comparison.rows(), 7.9);
        return List.of(
                Evaluation.of("constant", period, Metric.MAE, constant),
                Evaluation.of("rule", period, Metric.MAE, comparison.rule()),
                Evaluation.of("model", period, Metric.MAE, comparison.model()),
                Evaluation.of("constant", period, Metric.RMSE, constant),
                Evaluation.of("rule", period, Metric.RMSE, comparison.rule()),
                Evaluation.of("model", period, Metric.RMSE, comparison.model()));
    }

    private static Leakage leakage() {
        return new Leakage(
                List.of(
                        new FieldFinding(
                                "pickup_at", "pickup", true, Optional.of("the asked time"), 0.021, 0, 0, false),
                        new FieldFinding("from_zone", "request", true, Optional.empty(), 0.113, 0.0002, 0, false),
                        new FieldFinding("to_zone", "request", true, Optional.empty(), 0.187, 0, 0, false),
                        new FieldFinding(
                                "passenger_count", "request", true, Optional.empty(), 0.004, 0.012, 0.3412, false),
                        new FieldFinding("dropoff_at", "dropoff", false, Optional.empty(), 0.02, 0, 0, false),
                        new FieldFinding("fare_amount", "dropoff", false, Optional.empty(), 0.963, 0, 0, true)),
                List.of(
                        new FeatureFinding("rule", "pair_minutes * hour_factor", 0.571, 0, 0, false),
                        new FeatureFinding("weekday", "weekday", 0.003, 0, 0, false)),
                12,
                41,
                86_120);
    }

    private static Validity validity() {
        return new Validity(List.of(
                new ValidityCheck("D1", "the problem is stated", true, "question, owner, target, unit, moments"),
                new ValidityCheck("D2", "the metric was declared beforehand", true, "mae"),
                new ValidityCheck("D3", "there is a rule with a reason", true, "pair_minutes * hour_factor"),
                new ValidityCheck("D5", "the margin was declared beforehand, with its reason", true, "0.2"),
                new ValidityCheck("D7", "no field tells the answer beforehand", true, "6 fields and 2 features")));
    }

    static Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("read", 140_318L);
        rows.put("dropped: outside_period", 61L);
        rows.put("dropped: target_missing", 0L);
        rows.put("dropped: keep_labelled", 4_105L);
        rows.put("kept", 136_152L);
        return rows;
    }

    static Map<String, Long> openings() {
        Map<String, Long> openings = new LinkedHashMap<>();
        openings.put("design", 2L);
        openings.put("train", 1L);
        return openings;
    }
}
