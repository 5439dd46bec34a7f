package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import dev.hansom.example.Templates;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.zoo.Animal;
import dev.hansom.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks that are inferred from the first month, written into the project file, and held against the next one.
class FrozenChecksTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeEach
    void make() {
        project = TinyProject.make(folder.resolve("rides"));
    }

    @Test
    void freezingAddsAtTheEndAndChangesNothingBefore() throws IOException {
        String before = "# my own words\n" + Files.readString(project.file()).stripTrailing() + "   # the end";
        Files.writeString(project.file(), before);
        assertThat(run("--freeze")).isZero();
        assertThat(terminal.said()).contains("wrote checks of 4 fields, frozen from 2024-01");
        String after = Files.readString(project.file());
        assertThat(after).startsWith(before + "\n\n# What every period").contains("Clopper-Pearson, 99.9 % sure");
        assertThat(ProjectReader.read(project.file())
                        .checks()
                        .fields()
                        .get("zone")
                        .levels())
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(run()).as("the next month passes").isZero();
        assertThat(terminal.said()).doesNotContain("check-failed");
        assertThat(run("--freeze")).isEqualTo(ErrorCode.USAGE.kind().exitCode());
        assertThat(terminal.complained()).contains("there are checks already", "remove the section checks");
        assertThat(Files.readString(project.file())).isEqualTo(after);
        try (var files = Files.list(project.folder())) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void designAndTrainLearnNothingFromDataThatBreakAFrozenCheck() {
        assertThat(run("--freeze")).isZero();
        assertThat(verb("design")).as(terminal.complained()).isZero();
        Columns rows = TinyProject.rides(YearMonth.of(2024, 2));
        for (int row = 0; row < rows.size(); row += 2) {
            rows.set(1, row, 77L);
        }
        project.month(2, rows);
        for (String verb : new String[] {"design", "train"}) {
            assertThat(verb(verb)).isEqualTo(ErrorCode.CHECKS_BROKEN.kind().exitCode());
            assertThat(terminal.complained())
                    .contains("of the values of zone in 2024-02 are no known level", "rides_2024-02.parquet row 1")
                    .contains("--ignore-checks");
            try (Logged logged = new Logged()) {
                assertThat(verb(verb, "--ignore-checks"))
                        .as(terminal.complained())
                        .isZero();
                assertThat(logged.warnings())
                        .anyMatch(line -> line.contains("a check does not hold: ")
                                && line.contains("zone in 2024-02 are no known level"));
            }
        }
    }

    private int verb(String verb, String... more) {
        return terminal.run(
                Stream.concat(Stream.of(verb, "--project", project.file().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aFileToWhichNothingCanBeAddedIsLeftAlone() throws IOException {
        String before = Files.readString(project.file()) + "...\n";
        Files.writeString(project.file(), before);
        assertThat(run("--freeze")).isEqualTo(ErrorCode.PROJECT_INVALID.kind().exitCode());
        assertThat(terminal.complained()).contains("checks cannot be added at the end of this file");
        assertThat(Files.readString(project.file())).isEqualTo(before);
    }

    @Test
    void everyInjectedFaultBreaksACheck() {
        assertThat(run("--freeze")).isZero();
        broken(rows -> each(rows, row -> rows.set(2, row, rows.number(2, row) * 1.609344)), "the median of miles");
        broken(rows -> each(rows, row -> rows.set(2, row, rows.number(2, row) * 1609.344)), "the values of miles");
        broken(
                rows -> each(rows, row -> rows.set(1, row, rows.integer(1, row) == 3 ? 33 : rows.integer(1, row))),
                "the values of zone in 2024-02 are no known level");
        broken(rows -> each(rows, row -> rows.set(2, row, row % 20 == 0 ? Double.NaN : 1.0)), "miles is missing in 5.");
        broken(rows -> twice(rows, 60), "of the rows of 2024-02 repeat another");
        broken(rows -> first(rows, 300), "2024-02 has 300 rows, not from 372 to 1488");
        broken(rows -> first(rows, 600), "2024-02 has no row for 96 hours, more than 6");
    }

    static List<Animal> tables() {
        return Zoo.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingFailsOnThePeriodsThatItWasFrozenFrom(Animal table) throws IOException {
        String file = table.write(folder.resolve(table.name())).toString();
        if (terminal.run("check", "--freeze", "--project", file) != 0) {
            assertThat(table.outcomes()).as(terminal.complained()).contains("DATA_TOO_SMALL");
            return;
        }
        String last = terminal.said().replaceFirst("(?s).*frozen from (\\S+?\\.\\.)?(\\S+), into.*", "$2");
        boolean timed = ProjectReader.read(Path.of(file)).timed();
        assertThat(terminal.run("check", "--json", "--project", file))
                .isIn(0, ErrorCode.CHECKS_BROKEN.kind().exitCode());
        Stream<String> failed = Json.parse(terminal.said()).member("findings").items().stream()
                .filter(finding -> finding.asText("kind").equals("check-failed"))
                .map(finding -> finding.asText("text"));
        assertThat(failed.filter(text -> !timed || !isLater(text, last))).isEmpty();
        assertThat(Files.readString(Path.of(file)).contains("\n  rows: {")).isEqualTo(timed);
    }

    /// Whether a failure is about a period after the last one that was frozen from.
    private static boolean isLater(String text, String last) {
        return Pattern.compile("\\b(20\\d\\d(-\\d\\d)*)\\b")
                .matcher(text)
                .results()
                .allMatch(period -> period.group().compareTo(last) > 0);
    }

    @Test
    void aSeasonIsNoFaultAndAnotherUnitIs() throws IOException {
        Animal bikes = new Animal("bikes", bikes(temp -> temp), BIKES, Set.of());
        Path file = bikes.write(folder.resolve("bikes"));
        assertThat(terminal.run("check", "--freeze", "--project", file.toString()))
                .isZero();
        assertThat(Files.readString(file)).contains("temp: {min: ", "median_min: ");
        assertThat(terminal.run("check", "--project", file.toString()))
                .as(terminal.said())
                .isZero();
        assertThat(terminal.said()).doesNotContain("check-failed");
        Files.write(file.resolveSibling("table.csv"), bikes(temp -> temp * 1.8 + 32));
        assertThat(terminal.run("check", "--project", file.toString())).isEqualTo(3);
        assertThat(terminal.said()).contains("the median of temp in 2023-07");
    }

    private static final String BIKES = """
            name: bikes
            target: {name: hired, expression: bikes, unit: bikes}
            time: at
            decide: {metric: mae, margin: 1, reason: less is not worth a model}
            data: {files: table.csv, validate: 2, live: 1}
            fields:
              at: timestamp
              temp: double
              sky: string
              bikes: {type: double, known: outcome}
            rule: {expression: 50.0, reason: a guess}
            features: {temp: temp, hour: hour(at)}
            """;

    /// Two years of eight rows a day: warm in summer, snow in winter alone.
    private static List<String> bikes(DoubleUnaryOperator unit) {
        Random random = new Random(21);
        List<String> lines = new ArrayList<>();
        lines.add("at,temp,sky,bikes");
        for (int day = 0; day < 731; day++) {
            double season = -Math.cos(2 * Math.PI * day / 365.25);
            for (int hour = 0; hour < 24; hour += 3) {
                double temp = 12 + 13 * season + 3 * random.nextGaussian();
                String sky = temp < 1 && random.nextBoolean() ? "snow" : random.nextInt(3) == 0 ? "rain" : "sun";
                lines.add(String.format(
                        Locale.ROOT,
                        "%sT%02d:00,%.1f,%s,%d",
                        LocalDate.of(2022, 1, 1).plusDays(day),
                        hour,
                        unit.applyAsDouble(temp),
                        sky,
                        Math.max(0, Math.round(50 + 3 * temp + 25 * random.nextGaussian()))));
            }
        }
        return lines;
    }

    @Test
    void checksMayBeWrittenByHand() throws IOException {
        Files.writeString(project.file(), """
                checks:
                  freshness: 40d
                  expressions:
                    arrives later: dropoff > pickup
                    mostly short: {holds: miles < 3, at_least: 0.99}
                """, StandardOpenOption.APPEND);
        assertThat(run()).isEqualTo(3);
        assertThat(terminal.said())
                .contains("mostly short does not hold in", "the newest row is of 2024-02-29 23:00")
                .doesNotContain("arrives later");
    }

    @Test
    void checksOfARealMonthPassOnTheNextAndCatchFaults() throws Exception {
        Path data = TaxiMonths.folder();
        Path taxi = folder.resolve("taxi");
        Files.createDirectories(taxi);
        for (int month = 1; month <= 3; month++) {
            Files.copy(data.resolve("green_tripdata_2021-0" + month + ".parquet"), taxi.resolve(month + ".parquet"));
        }
        Templates.copy("taxi", taxi, Map.of("files", "*.parquet", "source", "TLC"));
        String file = taxi.resolve("hansom.yaml").toString();
        assertThat(terminal.run("check", "--freeze", "--project", file)).isZero();
        assertThat(terminal.run("check", "--project", file))
                .as("February passes")
                .isZero();
        assertThat(terminal.said()).doesNotContain("check-failed");
        Path february = data.resolve("green_tripdata_2021-02.parquet");
        Map<String, String> faults = Map.of(
                "SELECT * REPLACE (trip_distance * 1.609344 AS trip_distance) FROM it", "the median of trip_distance",
                "SELECT * REPLACE (fare_amount * 100 AS fare_amount) FROM it", "the values of fare_amount",
                "SELECT * REPLACE (payment_type + 10 AS payment_type) FROM it",
                        "of payment_type in 2021-02 are no known",
                "SELECT * REPLACE (CASE WHEN PULocationID % 7 > 0 THEN PULocationID END AS PULocationID) FROM it",
                        "PULocationID is missing in",
                "FROM it UNION ALL FROM it LIMIT 70000", "of the rows of 2021-02 repeat another",
                "FROM it WHERE day(lpep_pickup_datetime) NOT BETWEEN 10 AND 12", "no row for");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            rewrite(february, fault.getKey(), taxi.resolve("2.parquet"));
            assertThat(terminal.run("check", "--project", file))
                    .as(fault.getKey())
                    .isEqualTo(3);
            assertThat(terminal.said()).contains("check-failed", fault.getValue());
        }
    }

    /// Writes what `sql` makes of the rows of `from`, there named `it`.
    private static void rewrite(Path from, String sql, Path to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (WITH it AS (FROM '" + from + "') " + sql + ") TO '" + to + "' (FORMAT parquet)");
        }
    }

    private void broken(UnaryOperator<Columns> fault, String said) {
        project.month(2, fault.apply(TinyProject.rides(YearMonth.of(2024, 2))));
        assertThat(run()).as(said).isEqualTo(3);
        assertThat(terminal.said()).contains("check-failed", said, "the data do not fit the project");
        project.month(2, TinyProject.rides(YearMonth.of(2024, 2)));
    }

    private static Columns each(Columns rows, IntConsumer change) {
        for (int row = 0; row < rows.size(); row++) {
            change.accept(row);
        }
        return rows;
    }

    private static Columns twice(Columns rows, int count) {
        for (int row = 0; row < count; row++) {
            rows.appendFrom(rows, row);
        }
        return rows;
    }

    private static Columns first(Columns rows, int count) {
        return rows.select(IntStream.range(0, count).toArray());
    }

    private int run(String... more) {
        return terminal.run(
                Stream.concat(Stream.of("check", "--project", project.file().toString()), Arrays.stream(more))
                        .toArray(String[]::new));
    }
}
