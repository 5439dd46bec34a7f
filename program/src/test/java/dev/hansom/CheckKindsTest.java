package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More of what `check` finds, one kind after the other; each says where to look and no value of a private field.
class CheckKindsTest {
    @TempDir
    static Path made;

    private static TinyProject good;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeAll
    static void make() {
        good = TinyProject.make(made.resolve("rides"));
    }

    @BeforeEach
    void copy() {
        project = good.copy(folder.resolve("rides"));
    }

    @Test
    void typesThatChangeAreToldOfFilesThatHaveTypes() throws IOException {
        Schema wholeMiles = new Schema(List.of(
                TinyProject.STORED.columns().get(0),
                new Schema.Column("zone", Type.DOUBLE),
                TinyProject.STORED.columns().get(2),
                TinyProject.STORED.columns().get(3)));
        Columns rides = TinyProject.rides(YearMonth.of(2024, 2));
        Columns rows = new Columns(wholeMiles, rides.size());
        for (int row = 0; row < rides.size(); row++) {
            rows.append();
            rows.set(0, row, rides.integer(0, row));
            rows.set(1, row, (double) rides.integer(1, row));
            rows.set(2, row, rides.number(2, row));
            rows.set(3, row, rides.integer(3, row));
        }
        project.month(2, rows);
        Json one = one("type-changes", 0);
        assertThat(one.asText("subject")).isEqualTo("zone");
        assertThat(one.asText("text"))
                .isEqualTo(
                        "zone is stored as BIGINT in rides_2024-01.parquet and 1 more, DOUBLE in rides_2024-02.parquet");
        Files.delete(project.month(2));
        Files.writeString(
                project.month(2).resolveSibling("rides_2024-02.csv"),
                "pickup,zone,miles,dropoff\n2024-02-03T05:00,1,2.5,2024-02-03T05:10\n".repeat(2));
        project.with("data/*.parquet", "data/*");
        assertThat(kinds(0)).doesNotContain("type-changes").contains("period-size");
    }

    @Test
    void columnsThatNoFieldReadsAreNamed() {
        project.with("  miles: {type: double, known: dropoff}\n", "");
        assertThat(one("extra-columns", 0).asText("text")).isEqualTo("1 column is read by no field: miles");
    }

    @Test
    void rowsThatAreLeftOutAreCountedWithTheFirst() {
        project.with("keep: zone IS NOT NULL", "keep: zone > 2");
        Json one = one("rows-dropped", 0);
        assertThat(one.asText("text")).contains("of the rows are left out: keep does not hold");
        assertThat(places(one)).hasSize(3).allMatch(place -> place.startsWith("rides_2024-01.parquet "));
        Columns january = TinyProject.rides(YearMonth.of(2024, 1));
        for (String place : places(one)) {
            int row = Integer.parseInt(place.substring(place.indexOf(' ') + 1)) - 1;
            assertThat(january.integer(1, row)).as(place).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void periodsWithFewRowsAndTooFewRowsAreTold() {
        Columns few = new Columns(TinyProject.STORED, 90);
        Columns all = TinyProject.rides(YearMonth.of(2024, 1));
        for (int row = 0; row < 90; row++) {
            few.appendFrom(all, row);
        }
        project.month(1, few);
        assertThat(one("period-size", 3).asText("subject")).isEqualTo("2024-01");
        Json labels = one("too-few-rows", 3);
        assertThat(labels.asText("severity")).isEqualTo("error");
        assertThat(labels.asText("text")).isEqualTo("only 90 rows with a label to train on");
    }

    @Test
    void anHourThatTheClockShowedTwiceIsTold() {
        project.with("time_zone: America/New_York", "time_zone: Africa/Cairo");
        for (int month = 1; month <= 3; month++) {
            project.month(month, TinyProject.rides(YearMonth.of(2023, month + 8)));
        }
        assertThat(one("clock-twice", 0).asText("severity")).isEqualTo("note");
        assertThat(one("clock-twice", 0).asWhole("count")).isEqualTo(1);
    }

    @Test
    void aFieldThatStandsInIsNotedWithItsReason() {
        project.with(
                "miles: {type: double, known: dropoff}",
                "miles: {type: double, known: dropoff, stands_in_for: the routed distance}");
        assertThat(one("stands-in", 0).asText("text"))
                .isEqualTo("miles is known at dropoff and stands in for the routed distance");
    }

    @Test
    void aTargetThatAFewRowsCarryIsTold() {
        project.with("keep_labelled: minutes BETWEEN 1 AND 60\n", "");
        edit((rows, row) -> {
            if (row == 77 && !isFebruary(rows)) {
                rows.set(3, row, rows.integer(0, row) + 100_000L * 60_000_000);
            }
        });
        assertThat(one("target-tail", 0).asText("text")).contains("of the variance of minutes comes from");
    }

    @Test
    void aRareClassIsTold() {
        project.with(
                        "{name: minutes, expression: (epoch(dropoff) - epoch(pickup)) / 60, unit: minutes, known_at: dropoff}",
                        "{name: late, expression: epoch(dropoff) - epoch(pickup) > 1560, known_at: dropoff}")
                .with("keep_labelled: minutes BETWEEN 1 AND 60\n", "")
                .with("metric: mae", "metric: brier")
                .with("mean: minutes", "mean: late");
        Json one = one("target-balance", 0);
        assertThat(one.asText("text")).contains("the target late is 1 in only");
        assertThat(one.asReal("share")).isLessThan(0.05);
    }

    @Test
    void newLevelsAndMissingValuesComeWithRows() {
        edit((rows, row) -> {
            if (row >= 100 && row < 140 && isFebruary(rows)) {
                rows.set(1, row, 9L);
            }
            if (row % 3 == 0 && isFebruary(rows)) {
                rows.setNull(2, row);
            }
        });
        assertThat(places(one("new-levels", 0)))
                .containsExactly("rides_2024-02.parquet 101", "rides_2024-02.parquet 102", "rides_2024-02.parquet 103");
        assertThat(places(one("missing-change", 0)))
                .containsExactly("rides_2024-02.parquet 1", "rides_2024-02.parquet 4", "rides_2024-02.parquet 7");
        assertThat(places(one("missing", 0))).isEqualTo(places(one("missing-change", 0)));
    }

    @Test
    void aValueThatIsThereOrNotIsNotCalledConstant() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        edit((rows, row) -> {
            rows.set(2, row, 1.0);
            if (row % 2 == 0) {
                rows.setNull(2, row);
            }
        });
        Json one = one("constant", 0);
        assertThat(one.asText("text")).isEqualTo("miles has the same value wherever there is one");
        assertThat(one.asText("next")).contains("IS NULL");
    }

    @Test
    void aNameOfTheRowIsNoField() {
        project.with("zone: {type: int64, known: request}", "zone: {type: int64, known: request, column: trip}");
        Schema schema = TinyProject.STORED.with("trip", Type.INT64);
        for (int month = 1; month <= 3; month++) {
            Columns rides = TinyProject.rides(YearMonth.of(2024, month));
            Columns rows = new Columns(schema, rides.size());
            for (int row = 0; row < rides.size(); row++) {
                rows.append();
                rows.set(0, row, rides.integer(0, row));
                rows.set(2, row, rides.number(2, row));
                rows.set(3, row, rides.integer(3, row));
                rows.set(4, row, 1_000L * month + row);
            }
            project.month(month, rows);
        }
        assertThat(one("identifier", 0).asText("subject")).isEqualTo("zone");
    }

    @Test
    void noValueOfAPrivateFieldIsShown() throws IOException {
        Schema schema = TinyProject.STORED.with("Phone Number", Type.INT64).with("contact", Type.STRING);
        for (int month = 1; month <= 3; month++) {
            Columns rides = TinyProject.rides(YearMonth.of(2024, month));
            Columns rows = new Columns(schema, rides.size());
            Random random = new Random(month);
            for (int row = 0; row < rides.size(); row++) {
                rows.append();
                rows.set(0, row, rides.integer(0, row));
                rows.set(1, row, rides.integer(1, row));
                rows.set(2, row, rides.number(2, row));
                rows.set(3, row, rides.integer(3, row));
                rows.set(4, row, row == 5 ? 44_712_345_678_901L : 212_000_000L + random.nextInt(1_000_000));
                rows.set(5, row, (month == 2 ? "fresh" : "old") + row % 9 + "@example.com");
            }
            project.month(month, rows);
        }
        project.with("  dropoff: {type: timestamp, known: dropoff}\n", """
                  dropoff: {type: timestamp, known: dropoff}
                  called: {type: int64, known: request, column: Phone Number}
                  contact: {type: string, known: request}
                """);
        Files.writeString(project.file(), Files.readString(project.file()) + """
                checks:
                  fields:
                    called: {median_min: 1, median_max: 10}
                """);
        assertThat(kinds(3)).contains("far", "new-levels", "check-failed", "private");
        assertThat(terminal.said())
                .doesNotContain("@example.com", "44712345678901", "4.471e", "2.12e", "2120", "2124", "2125");
        assertThat(Files.readString(project.folder().resolve("reports/check.json")))
                .doesNotContain("@example.com", "44712345678901", "4.471e");
        assertThat(terminal.run(
                        "design", "--ignore-checks", "--project", project.file().toString()))
                .isZero();
        assertThat(terminal.run("data", "2024-01", "--project", project.file().toString()))
                .isZero();
        assertThat(terminal.said()).contains("called").doesNotContain("44712345678901");
    }

    private void edit(ObjIntConsumer<Columns> change) {
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                change.accept(rows, row);
            }
            project.month(month, rows);
        }
    }

    private static boolean isFebruary(Columns rows) {
        return rows.size() == 29 * 24;
    }

    private List<Json> findings(int code) {
        assertThat(terminal.run("check", "--json", "--project", project.file().toString()))
                .as(terminal.said() + terminal.complained())
                .isEqualTo(code);
        return Json.parse(terminal.said()).member("findings").items();
    }

    private List<String> kinds(int code) {
        return findings(code).stream().map(each -> each.asText("kind")).toList();
    }

    private Json one(String kind, int code) {
        List<Json> found = findings(code).stream()
                .filter(each -> each.asText("kind").equals(kind))
                .toList();
        assertThat(found).as(terminal.said()).hasSize(1);
        return found.getFirst();
    }

    private static List<String> places(Json finding) {
        return finding.member("examples").items().stream()
                .map(place -> place.asText("file") + " " + place.asWhole("row"))
                .toList();
    }
}
