package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hansom.base.Progress;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Engine;
import dev.hansom.data.Part;
import dev.hansom.evaluate.Losses;
import dev.hansom.project.Checks;
import dev.hansom.project.DataSource;
import dev.hansom.project.Field;
import dev.hansom.project.Learner;
import dev.hansom.project.Moment;
import dev.hansom.project.Objective;
import dev.hansom.project.Project;
import dev.hansom.project.Promises;
import dev.hansom.project.RulePlan;
import dev.hansom.project.SplitPlan;
import dev.hansom.project.Target;
import dev.hansom.project.Watch;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real months: the first is the past, the next ones are live. Ordinary months raise no alarm, broken ones do.
class TaxiMonthsTest {
    private static final Moment REQUEST = new Moment("request", 0);
    private static final Moment DROPOFF = new Moment("dropoff", 1);

    @TempDir
    static Path folder;

    private static Project project;
    private static List<Part> months = List.of();
    private static Baseline baseline;
    private static Pairs pairs;

    @BeforeAll
    static void read() {
        String taxi = System.getenv("HANSOM_TAXI");
        assertThat(taxi != null || !"true".equals(System.getenv("CI")))
                .as("HANSOM_TAXI names the folder of the real months in CI")
                .isTrue();
        assumeTrue(taxi != null, "HANSOM_TAXI names the folder of the real months");
        project = project(Path.of(taxi));
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            Dataset dataset = new DatasetReader(engine).read(project, Progress.NONE);
            months = dataset.parts();
        }
        baseline =
                Baseline.of(project, months.getFirst().rows(), months.getFirst().labelled(), Optional.empty());
        pairs = new Pairs(months.getFirst().labelled());
    }

    @Test
    void ordinaryMonthsAreNotRed() {
        for (Part month : months.subList(1, months.size())) {
            MonitorResult result = watch(month, expected(), (rows, row) -> {});
            assertThat(result.health().status()).as(texts(result)).isNotEqualTo(Status.RED);
            assertThat(result.quality().coverage()).isEqualTo(1);
            assertThat(result.yardstick().gain().low()).isPositive();
            assertThat(result.windows()).allMatch(window -> window.drifts().size() >= 7);
        }
    }

    @Test
    void kilometresForMilesAreRedInEveryWindowAndNameTheField() {
        for (Part month : months.subList(1, months.size())) {
            MonitorResult result =
                    watch(month, expected(), (rows, row) -> rows.set(4, row, rows.number(4, row) * 1.609344));
            assertThat(result.windows())
                    .as(texts(result))
                    .allMatch(window -> window.findings().stream()
                            .anyMatch(finding -> finding.status() == Status.RED
                                    && finding.about().equals("miles")
                                    && finding.text().startsWith("miles: median ")));
        }
    }

    @Test
    void aZoneThatIsAlwaysNullIsRedInEveryWindowAndNamesTheField() {
        MonitorResult result = watch(months.getLast(), expected(), (rows, row) -> rows.setNull(1, row));
        assertThat(result.windows())
                .as(texts(result))
                .allMatch(window -> window.findings().stream()
                        .anyMatch(finding ->
                                finding.status() == Status.RED && finding.text().equals("pu: missing 0 % → 100 %")));
    }

    private static String texts(MonitorResult result) {
        return result.health().findings().stream().map(Finding::text).collect(Collectors.joining("\n"));
    }

    /// What rule and model lost in the month after the first.
    private static Expected expected() {
        Columns rows = months.get(1).labelled();
        Losses rule = Losses.NONE;
        Losses model = Losses.NONE;
        for (int row = 0; row < rows.size(); row++) {
            double truth = truth(rows, row);
            rule = rule.plus(new Losses(1, 0, Math.abs(pairs.rule(rows, row) - truth), 0));
            model = model.plus(new Losses(1, 0, Math.abs(pairs.model(rows, row) - truth), 0));
        }
        return new Expected(pairs.mean, rule.absolute() / rule.rows(), model.absolute() / model.rows());
    }

    private static MonitorResult watch(Part month, Expected expected, BiConsumer<Columns, Integer> fault) {
        Columns asked = new Columns(project.askedSchema(), 1);
        Observed observed = new Observed(project.askedSchema());
        Columns rows = month.rows();
        for (int row = 0; row < rows.size(); row++) {
            asked.clear();
            asked.append();
            asked.set(0, 0, rows.integer(0, row));
            asked.set(1, 0, rows.integer(1, row));
            asked.set(2, 0, rows.integer(2, row));
            asked.set(3, 0, rows.integer(3, row));
            asked.set(4, 0, rows.number(4, row));
            fault.accept(asked, 0);
            double truth = truth(rows, row);
            double model = pairs.model(asked, 0);
            long observedAt = rows.integer(0, row) + (long) (truth * 6e7) + 5 * 3_600_000_000L;
            observed.add(
                    asked,
                    0,
                    new Observed.Answer(
                            rows.integer(0, row), "model", "", model, pairs.rule(asked, 0), model, truth, observedAt));
        }
        return new Watching(project).watch(baseline, observed, expected, Progress.NONE);
    }

    private static double truth(Columns rows, int row) {
        return rows.number(rows.schema().size() - 1, row);
    }

    /// The mean by pickup zone as the rule, by both zones as the model, shrunk to the rule by five trips.
    private static final class Pairs {
        private final Map<Long, double[]> zones = new HashMap<>();
        private final Map<Long, double[]> both = new HashMap<>();
        private final double mean;

        Pairs(Columns rows) {
            double sum = 0;
            for (int row = 0; row < rows.size(); row++) {
                double truth = truth(rows, row);
                add(zones, rows.integer(1, row), truth);
                add(both, pair(rows, row), truth);
                sum += truth;
            }
            mean = sum / rows.size();
        }

        private static void add(Map<Long, double[]> sums, long key, double truth) {
            double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
            sum[0] += truth;
            sum[1]++;
        }

        double rule(Columns rows, int row) {
            return shrunk(zones.get(rows.integer(1, row)), mean);
        }

        double model(Columns rows, int row) {
            return shrunk(both.get(pair(rows, row)), rule(rows, row));
        }

        private static double shrunk(double[] sum, double to) {
            return sum == null ? to : (sum[0] + 5 * to) / (sum[1] + 5);
        }

        private static long pair(Columns rows, int row) {
            return rows.integer(1, row) * 1000 + rows.integer(2, row);
        }
    }

    private static Project project(Path taxi) {
        List<Field> fields = List.of(
                field("at", "lpep_pickup_datetime", Type.TIMESTAMP, REQUEST),
                field("pu", "PULocationID", Type.INT64, REQUEST),
                field("do", "DOLocationID", Type.INT64, REQUEST),
                field("passengers", "passenger_count", Type.INT64, REQUEST),
                field("miles", "trip_distance", Type.DOUBLE, REQUEST),
                field("dropoff", "lpep_dropoff_datetime", Type.TIMESTAMP, DROPOFF));
        return new Project(
                "taxi",
                "How long?",
                "somebody",
                new Target("minutes", "date_diff('second', at, dropoff) / 60.0", "minutes"),
                "pu IS NOT NULL AND do IS NOT NULL",
                "minutes BETWEEN 1 AND 60",
                "at",
                ZoneId.of("America/New_York"),
                List.of(REQUEST, DROPOFF),
                REQUEST,
                Duration.ofHours(2),
                new Objective("mae", 0.2, "because"),
                new DataSource(taxi, List.of("green_tripdata_*.parquet"), ""),
                SplitPlan.months(1, 1),
                fields,
                List.of(),
                List.of(),
                List.of(),
                new RulePlan("1", "because"),
                List.of(),
                List.of(),
                Promises.NONE,
                new Learner(Learner.Kind.RIDGE, Map.of()),
                new Watch(Period.ofDays(7), 0.8),
                Checks.NONE,
                1,
                Path.of("hansom.yaml"),
                "");
    }

    private static Field field(String name, String column, Type type, Moment known) {
        return new Field(name, column, type, known, Optional.empty(), Optional.empty());
    }
}
