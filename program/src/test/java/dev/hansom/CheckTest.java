package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` finds in a small project, one injected fault after the other.
class CheckTest {
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

    /// A finding as a machine reads it.
    private record Found(String kind, String severity, String subject, String text, long count, List<String> places) {}

    @Test
    void goodDataHaveNothingToBeSaidAboutThem() {
        assertThat(findings(0)).isEmpty();
        assertThat(terminal.run("check", "--project", project.file().toString()))
                .isZero();
        assertThat(terminal.said()).contains("the project and its data fit\n").contains("reports/check.html");
    }

    @Test
    void whatTheProjectFileLeavesUnsaidIsNoted() {
        project.with("question: How long will this ride take?\n", "").with("owner: me\n", "");
        List<Found> found = findings(0);
        assertThat(found).extracting(Found::severity).containsOnly("note");
        assertThat(found)
                .extracting(each -> each.kind() + ": " + each.text())
                .containsExactly(
                        "unstated: nobody answers for the project",
                        "unstated: the question is the one made from the target: What is minutes, known at request?");
    }

    @Test
    void faultsInNumbersAreCountedWithTheirRows() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        Columns rows = TinyProject.rides(YearMonth.of(2024, 1));
        rows.set(2, 4, -3.0);
        rows.set(2, 9, Double.POSITIVE_INFINITY);
        rows.set(2, 11, 1e9);
        rows.set(2, 12, 1e17);
        project.month(1, rows);
        List<Found> found = findings(0);
        assertThat(found)
                .extracting(Found::kind)
                .containsExactlyInAnyOrder("not-finite", "far", "beyond-exact", "sign");
        assertThat(one(found, "sign").places()).containsExactly("rides_2024-01.parquet 5");
        assertThat(one(found, "not-finite").places()).containsExactly("rides_2024-01.parquet 10");
        assertThat(one(found, "far").count()).isEqualTo(2);
        assertThat(one(found, "far").places()).containsExactly("rides_2024-01.parquet 13", "rides_2024-01.parquet 12");
    }

    @Test
    void timesThatCannotBeAreTold() {
        Columns rows = TinyProject.rides(YearMonth.of(2024, 3));
        Columns january = TinyProject.rides(YearMonth.of(2024, 1));
        january.set(3, 20, 0L);
        january.set(3, 21, -9_223_372_036_854_775L);
        january.set(3, 22, 9_223_372_036_854_775L);
        january.set(0, 30, 1_230_768_000_000_000L);
        project.month(1, january);
        project.month(3, rows);
        List<Found> found = findings(0);
        assertThat(one(found, "odd-time").count()).isEqualTo(3);
        assertThat(one(found, "odd-time").subject()).isEqualTo("dropoff");
        assertThat(one(found, "time-order").count()).isEqualTo(2);
        assertThat(one(found, "outside-period").text()).contains("2024-01", "2009-01-01 00:00");
        assertThat(one(found, "outside-period").places()).containsExactly("rides_2024-01.parquet 31");
    }

    @Test
    void anHourThatTheClockSkippedShowsAWrongTimeZone() {
        project.with("time_zone: America/New_York", "time_zone: Europe/Berlin")
                .with("validate: 1, live: 1", "validate: 1, live: 0");
        assertThat(one(findings(0), "clock-skipped").places()).containsExactly("rides_2024-03.parquet 723");
    }

    @Test
    void missingValuesAreToldTogetherAndWhenTheyBegin() {
        Columns rows = TinyProject.rides(YearMonth.of(2024, 2));
        for (int row = 0; row < rows.size(); row += 3) {
            rows.setNull(2, row);
        }
        project.month(2, rows);
        Found change = one(findings(0), "missing-change");
        assertThat(change.subject()).isEqualTo("miles");
        assertThat(change.text()).contains("33.3 % of the rows of 2024-02", "0.0 % of the others");
    }

    @Test
    void rowsThatAreThereTwiceAreCounted() {
        Columns rows = TinyProject.rides(YearMonth.of(2024, 1));
        for (int row = 0; row < 40; row++) {
            rows.appendFrom(rows, row);
        }
        project.month(1, rows);
        Found twice = one(findings(0), "duplicate-rows");
        assertThat(twice.count()).isEqualTo(40);
        assertThat(twice.places()).first().isEqualTo("rides_2024-01.parquet 745");
    }

    @Test
    void validationRowsThatWereCopiedFromTrainingAreTold() {
        Columns january = TinyProject.rides(YearMonth.of(2024, 1));
        Columns february = TinyProject.rides(YearMonth.of(2024, 2));
        for (int row = 0; row < 200; row++) {
            february.set(1, row, january.integer(1, row));
            february.set(2, row, january.number(2, row));
            february.set(3, row, february.integer(0, row) + january.integer(3, row) - january.integer(0, row));
        }
        project.month(2, february);
        assertThat(one(findings(0), "near-duplicates").count()).isEqualTo(200);
    }

    @Test
    void copiesWithNoiseAreTold() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        Columns january = TinyProject.rides(YearMonth.of(2024, 1));
        Columns february = TinyProject.rides(YearMonth.of(2024, 2));
        Columns noisy = TinyProject.rides(YearMonth.of(2024, 2));
        for (int row = 0; row < 200; row++) {
            for (Columns copy : List.of(february, noisy)) {
                copy.set(1, row, january.integer(1, row));
                copy.set(2, row, january.number(2, row) * 1.000_001);
                copy.set(3, row, copy.integer(0, row) + january.integer(3, row) - january.integer(0, row));
            }
            noisy.set(2, row, january.number(2, row) * 1.1);
        }
        project.month(2, february);
        Found near = one(findings(0), "near-duplicates");
        assertThat(near.count()).isBetween(195L, 215L);
        assertThat(near.text()).contains("numbers that agree in about three digits");
        assertThat(near.places()).first().isEqualTo("rides_2024-02.parquet 1");
        project.month(2, noisy);
        assertThat(findings(0)).extracting(Found::kind).doesNotContain("near-duplicates");
    }

    @Test
    void rowsThatAskTheSameAndWereAnsweredOtherwiseAreTold() {
        Columns rows = TinyProject.rides(YearMonth.of(2024, 1));
        for (int row = 0; row < 40; row++) {
            int copy = rows.size();
            rows.appendFrom(rows, row);
            rows.set(3, copy, rows.integer(3, copy) + 300_000_000L);
        }
        project.month(1, rows);
        List<Found> found = findings(0);
        assertThat(found).extracting(Found::kind).containsExactly("label-conflict");
        assertThat(found.getFirst().count()).isEqualTo(40);
        assertThat(found.getFirst().places()).first().isEqualTo("rides_2024-01.parquet 745");
    }

    @Test
    void aFieldThatIsMadeFromTheTargetIsALeak() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                rows.set(2, row, (rows.integer(3, row) - rows.integer(0, row)) / 6e7 * 1.5 + 2);
            }
            project.month(month, rows);
        }
        Found leak = one(findings(3), "leak");
        assertThat(leak.severity()).isEqualTo("error");
        assertThat(leak.text()).contains("miles alone explains", "a straight line of it");
        project.with("reason: it pays}", "reason: it pays, trusted: {miles: the way is planned before}}");
        Found trusted = one(findings(0), "leak");
        assertThat(trusted.severity()).isEqualTo("note");
    }

    @Test
    void aFieldThatIsFilledInAfterwardsIsALeak() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                if (rows.integer(3, row) - rows.integer(0, row) < 15 * 60_000_000L) {
                    rows.setNull(2, row);
                }
            }
            project.month(month, rows);
        }
        assertThat(one(findings(3), "leak-missing").subject()).isEqualTo("miles");
    }

    @Test
    void labelsThatComeLaterThanDeclaredAreTold() {
        project.with("label_delay: 2h", "label_delay: 20m");
        assertThat(one(findings(0), "label-delay").text()).contains("of the labels come later than label_delay, 20m");
    }

    @Test
    void newLevelsAndMissingMonthsAreTold() {
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month == 3 ? 5 : month));
            for (int row = 0; month > 1 && row < rows.size(); row++) {
                if (rows.integer(1, row) == 2) {
                    rows.set(1, row, 12L);
                }
            }
            project.month(month, rows);
        }
        List<Found> found = findings(0);
        assertThat(one(found, "new-levels").text())
                .contains("1 level of zone (12)", "the common level 2 of zone is gone");
        Columns february = TinyProject.rides(YearMonth.of(2024, 2));
        int first = 0;
        while (february.integer(1, first) != 2) {
            first++;
        }
        assertThat(one(found, "new-levels").places())
                .hasSize(3)
                .first()
                .isEqualTo("rides_2024-02.parquet " + (first + 1));
        assertThat(one(found, "period-missing").text()).contains("from 2024-03-01 to 2024-04-30");
    }

    @Test
    void columnsThatSayNothingOrTheSameAreTold() {
        Schema schema = TinyProject.STORED
                .with("twin", Type.INT64)
                .with("nothing", Type.DOUBLE)
                .with("always", Type.STRING)
                .with("email", Type.STRING)
                .with("kilometres", Type.DOUBLE);
        for (int month = 1; month <= 3; month++) {
            Columns rides = TinyProject.rides(YearMonth.of(2024, month));
            Columns rows = new Columns(schema, rides.size());
            for (int row = 0; row < rides.size(); row++) {
                rows.append();
                rows.set(0, row, rides.integer(0, row));
                rows.set(1, row, rides.integer(1, row));
                rows.set(2, row, rides.number(2, row));
                rows.set(3, row, rides.integer(3, row));
                rows.set(4, row, rides.integer(1, row));
                rows.set(6, row, "yes");
                rows.set(7, row, "rider" + row % 90 + "@example.com");
                rows.set(8, row, rides.number(2, row) * 1.609344);
            }
            project.month(month, rows);
        }
        project.with("  dropoff: {type: timestamp, known: dropoff}\n", """
                  dropoff: {type: timestamp, known: dropoff}
                  twin: {type: int64, known: request}
                  nothing: {type: double, known: request}
                  always: {type: string, known: request}
                  contact: {type: string, known: request, column: email}
                  kilometres: {type: double, known: dropoff}
                """);
        List<Found> found = findings(0);
        assertThat(one(found, "empty").text()).isEqualTo("nothing has no value in any row");
        assertThat(one(found, "constant").text()).isEqualTo("always has the same value in every row");
        assertThat(one(found, "private").subject()).isEqualTo("contact");
        assertThat(found.stream().filter(each -> each.kind().equals("same")).map(Found::text))
                .containsExactlyInAnyOrder("twin is equal to zone", "kilometres is a straight line of miles");
        assertThat(terminal.said()).doesNotContain("@example.com");
    }

    @Test
    void whatIsThereOrMissingIsNotConstant() {
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}");
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                rows.set(2, row, row % 10 < 3 ? 1.0 : Double.NaN);
            }
            project.month(month, rows);
        }
        Found found = one(findings(0), "constant");
        assertThat(found.severity()).isEqualTo("note");
        assertThat(found.text()).isEqualTo("miles has the same value wherever there is one");
        assertThat(terminal.said()).doesNotContain("nothing can be learned");
    }

    @Test
    void everyFindingAboutRowsShowsSomeOfThem() {
        Schema schema = TinyProject.STORED.with("rain", Type.DOUBLE).with("ticket", Type.STRING);
        for (int month = 1; month <= 3; month++) {
            Columns rides = TinyProject.rides(YearMonth.of(2024, month));
            Columns rows = new Columns(schema, rides.size());
            for (int row = 0; row < rides.size(); row++) {
                rows.append();
                boolean late = rides.integer(3, row) - rides.integer(0, row) >= 18 * 60_000_000L;
                rows.set(0, row, rides.integer(0, row));
                rows.set(1, row, month > 1 && rides.integer(1, row) > 2 ? 12 + row % 3 : rides.integer(1, row));
                rows.set(2, row, late ? Double.NaN : rides.number(2, row));
                rows.set(3, row, rides.integer(3, row));
                rows.set(4, row, month == 2 && row % 3 == 0 ? Double.NaN : row % 11);
                rows.set(5, row, "t" + month + "-" + row);
            }
            project.month(month, rows);
        }
        project.with("miles: {type: double, known: dropoff}", "miles: {type: double, known: request}")
                .with("minutes BETWEEN 1 AND 60", "minutes BETWEEN 13 AND 60")
                .with("  dropoff: {type: timestamp, known: dropoff}\n", """
                  dropoff: {type: timestamp, known: dropoff}
                  rain: {type: double, known: request}
                  ticket: {type: string, known: request}
                """)
                .with("watch: {", "checks: {fields: {rain: {missing_at_most: 0.01}}}\nwatch: {");
        List<Found> found = findings(3);
        for (String kind :
                List.of("check-failed", "leak-missing", "rows-dropped", "missing-change", "new-levels", "identifier")) {
            assertThat(one(found, kind).places()).as(kind).hasSize(3).doesNotHaveDuplicates();
        }
        assertThat(found.stream().filter(each -> each.kind().equals("missing")))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.places()).as(each.text()).hasSize(3));
        assertThat(one(found, "missing-change").places())
                .containsExactly("rides_2024-02.parquet 1", "rides_2024-02.parquet 4", "rides_2024-02.parquet 7");
        assertThat(one(found, "check-failed").places())
                .isEqualTo(one(found, "missing-change").places());
        assertThat(one(found, "identifier").places()).first().isEqualTo("rides_2024-01.parquet 1");
    }

    @Test
    void aTargetThatIsTheSameEverywhereIsAnError() {
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                rows.set(3, row, rows.integer(0, row) + 600_000_000L);
            }
            project.month(month, rows);
        }
        assertThat(one(findings(3), "target-constant").severity()).isEqualTo("error");
    }

    private List<Found> findings(int code) {
        assertThat(terminal.run("check", "--json", "--project", project.file().toString()))
                .as(terminal.said() + terminal.complained())
                .isEqualTo(code);
        return Json.parse(terminal.said()).member("findings").items().stream()
                .map(CheckTest::found)
                .toList();
    }

    private static Found found(Json json) {
        return new Found(
                json.asText("kind"),
                json.asText("severity"),
                json.asText("subject"),
                json.asText("text"),
                json.find("count").map(Json::asWhole).orElse(0L),
                json.member("examples").items().stream()
                        .map(place -> place.asText("file") + " " + place.asWhole("row"))
                        .toList());
    }

    private static Found one(List<Found> found, String kind) {
        return found.stream()
                .filter(each -> each.kind().equals(kind))
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + kind + ": " + one + ", " + other);
                })
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + found));
    }
}
