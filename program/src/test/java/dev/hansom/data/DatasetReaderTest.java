package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
    @TempDir
    static Path spill;

    @TempDir
    Path folder;

    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = Engine.open(Engine.Settings.in(spill));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void everyRowIsKeptOrDroppedForAReason() {
        threeMonths();
        Columns faulty = Trips.hourly("2025-01-01T00:00:00", 100);
        faulty.setNull(0, 0);
        faulty.set(0, 1, Trips.at("2009-01-01T00:00:00"));
        faulty.set(0, 2, Trips.at("2025-02-01T00:00:00"));
        faulty.set(1, 3, 264);
        faulty.setNull(1, 4);
        faulty.setNull(4, 5);
        faulty.set(4, 6, 61.0);
        faulty.set(4, 7, Double.POSITIVE_INFINITY);
        write("2025-01.parquet", faulty);
        Project project = Trips.filtered(folder, "zone < 264", "minutes BETWEEN 1 AND 60", "*.parquet");

        Part january = read(project).part("2025-01");
        assertThat(january.accounting().read()).isEqualTo(100);
        assertThat(january.accounting().dropped())
                .isEqualTo(Map.of("time_missing", 1L, "outside_period", 2L, "keep", 2L));
        assertThat(january.accounting().kept()).isEqualTo(95);
        assertThat(january.rows().size()).isEqualTo(95);
        assertThat(january.labelledAccounting().dropped())
                .isEqualTo(Map.of(
                        "time_missing",
                        1L,
                        "outside_period",
                        2L,
                        "keep",
                        2L,
                        "target_missing",
                        2L,
                        "keep_labelled",
                        1L));
        assertThat(january.labelled().size()).isEqualTo(92);
        assertThat(january.labelled().schema()).isEqualTo(project.labelledSchema());
        assertThat(january.labelled().number(5, 0)).isEqualTo(january.labelled().number(4, 0));
    }

    @Test
    void monthsAreFoundByMostOfTheirTimesAndPartedInOrder() {
        write("z.parquet", Trips.hourly("2024-12-30T00:00:00", 500));
        write("a.parquet", Trips.hourly("2025-02-01T00:00:00", 100));
        write("b.parquet", Trips.hourly("2025-03-01T00:00:00", 100));
        write("c.parquet", Trips.hourly("2024-12-01T00:00:00", 100));
        write("d.parquet", Trips.hourly("2025-03-20T00:00:00", 100));
        Periods months = new DatasetReader(engine).periods(Trips.project(folder, "*.parquet"), Progress.NONE);
        assertThat(months.training()).extracting(Period::name).containsExactly("2024-12", "2025-01");
        assertThat(months.validation()).extracting(Period::name).containsExactly("2025-02");
        assertThat(months.live()).extracting(Period::name).containsExactly("2025-03");
        assertThat(months.live().getFirst().files()).hasSize(2);
    }

    @Test
    void filesOfOneMonthBecomeOnePartInOrderOfTime() {
        threeMonths();
        write("2025-01-later.parquet", Trips.hourly("2025-01-02T00:30:00", 200));
        Part january = read(Trips.project(folder, "*.parquet")).part("2025-01");
        assertThat(january.files()).hasSize(2);
        assertThat(january.rows().size()).isEqualTo(400);
        for (int row = 1; row < 400; row++) {
            assertThat(january.rows().integer(0, row))
                    .isGreaterThan(january.rows().integer(0, row - 1));
        }
    }

    @Test
    void theLiveMonthStaysUnreadUntilSomebodyAsks() throws IOException {
        threeMonths();
        Path live = folder.resolve("2025-03.parquet");
        Project project = Trips.project(folder, "*.parquet");
        DatasetReader reader = new DatasetReader(engine);
        Periods months = reader.periods(project, Progress.NONE);
        Files.delete(live);
        assertThat(reader.read(project, months.past(), Progress.NONE).parts()).hasSize(2);
        assertThatThrownBy(() -> reader.read(project, months.live(), Progress.NONE))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void orderOfRowsFilesRowGroupsAndCompressionMakeNoDifference() throws IOException {
        threeMonths();
        Project project = Trips.project(folder, "*.parquet");
        Dataset before = read(project);
        Columns january = Trips.hourly("2025-01-01T00:00:00", 200);
        Files.delete(folder.resolve("2025-01.parquet"));
        int[] odd = new int[100];
        Arrays.setAll(odd, i -> 199 - 2 * i);
        int[] even = new int[100];
        Arrays.setAll(even, i -> 2 * i);
        ParquetWriter writer = new ParquetWriter(engine);
        writer.write(
                folder.resolve("x.parquet"),
                january.select(odd),
                new ParquetWriter.Layout(ParquetWriter.Compression.GZIP, 2_048, Set.of("zone")));
        writer.write(folder.resolve("y.parquet"), january.select(even));
        Dataset after = read(project);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint()).matches("[0-9a-f]{32}");
        for (int row = 0; row < 200; row++) {
            assertThat(RowHash.high(after.labelled(), 6, row)).isEqualTo(RowHash.high(before.labelled(), 6, row));
        }
        january.set(4, 7, 6.5);
        writer.write(folder.resolve("x.parquet"), january.select(odd));
        writer.write(folder.resolve("y.parquet"), january.select(even));
        assertThat(read(project).fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @Test
    void typesMayChangeFromMonthToMonthAndWhatIsLostIsAFinding() throws SQLException {
        threeMonths();
        engine.execute("COPY (SELECT TIMESTAMPTZ '2025-02-01 05:00:00+00' + INTERVAL (range) HOUR AS pickup, "
                + "CASE WHEN range = 3 THEN 2.5 ELSE 2.0 END AS zone, '1' AS passengers, 7.0 AS flag, "
                + "'12.5' AS took, 1 AS more FROM range(50)) TO "
                + Sql.text(folder.resolve("2025-02.parquet").toString()) + " (FORMAT parquet)");
        Part february = read(Trips.project(folder, "*.parquet")).part("2025-02");
        assertThat(february.accounting().kept()).isEqualTo(50);
        assertThat(february.accounting().lossy()).isEqualTo(Map.of("zone", 1L));
        assertThat(february.rows().integer(0, 0)).isEqualTo(Trips.at("2025-02-01T00:00:00"));
        assertThat(february.rows().integer(1, 0)).isEqualTo(2);
        assertThat(february.rows().isNull(1, 3)).isTrue();
        assertThat(february.rows().text(3, 0)).isEqualTo("7");
        assertThat(february.labelled().number(5, 0)).isEqualTo(12.5);
    }

    @Test
    void tooFewMonthsSaysWhatWasFoundAndWhatIsNeeded() {
        write("a.parquet", Trips.hourly("2025-01-01T00:00:00", 100));
        write("b.parquet", Trips.hourly("2025-02-01T00:00:00", 100));
        Problem problem = problems(Trips.project(folder, "*.parquet")).getFirst();
        assertThat(problem.code()).isEqualTo(ErrorCode.DATA_TOO_SMALL);
        assertThat(problem.text()).contains("2 found: 2025-01 (a.parquet), 2025-02 (b.parquet)", "at least 3");
    }

    @Test
    void everyMissingColumnOfEveryFileIsNamedWithTheNearest() {
        threeMonths();
        List<Field> fields = List.of(
                Trips.field("at", "pickup", Type.TIMESTAMP, Trips.REQUEST),
                Trips.field("zone", "Zones", Type.INT64, Trips.REQUEST),
                Trips.field("tip", "tip_amount", Type.DOUBLE, Trips.DROPOFF),
                Trips.field("took", "took", Type.DOUBLE, Trips.DROPOFF));
        List<Problem> problems = problems(Trips.project(folder, fields, "true", "true", "*.parquet"));
        assertThat(problems).hasSize(6).allMatch(problem -> problem.code() == ErrorCode.COLUMN_MISSING);
        assertThat(problems.getFirst().text()).contains("2025-01.parquet", "no column Zones", "did you mean zone?");
        assertThat(problems.get(1).text()).contains("tip_amount", "one of: flag, passengers, pickup, took, zone");
    }

    @Test
    void aTruncatedFileIsNamedWithWhatTheReaderSaid() throws IOException {
        threeMonths();
        Path file = folder.resolve("2025-02.parquet");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        List<Problem> problems = problems(Trips.project(folder, "*.parquet"));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo(ErrorCode.DATA_UNREADABLE);
        assertThat(problems.getFirst().text())
                .contains("2025-02.parquet", "No magic bytes found at end of file")
                .doesNotContain("\n", "LINE 1");
    }

    @Test
    void damageInTheMiddleIsFoundToo() throws IOException {
        threeMonths();
        new ParquetWriter(engine)
                .write(
                        folder.resolve("2025-02.parquet"),
                        Trips.hourly("2025-02-01T00:00:00", 600),
                        new ParquetWriter.Layout(ParquetWriter.Compression.GZIP, 2_048, Set.of()));
        Path file = folder.resolve("2025-02.parquet");
        byte[] bytes = Files.readAllBytes(file);
        for (int start = 40; start < bytes.length / 2; start += 50) {
            Arrays.fill(bytes, start, start + 20, (byte) 0x55);
        }
        Files.write(file, bytes);
        assertThat(problems(Trips.project(folder, "*.parquet")).getFirst().code())
                .isEqualTo(ErrorCode.DATA_UNREADABLE);
    }

    @Test
    void aTargetThatIsNullEverywhereIsAnErrorOfItsOwn() {
        for (int month = 1; month <= 3; month++) {
            Columns rows = Trips.hourly("2025-0" + month + "-01T00:00:00", 50);
            for (int row = 0; row < rows.size(); row++) {
                rows.setNull(4, row);
            }
            write("2025-0" + month + ".parquet", rows);
        }
        Problem problem = problems(Trips.project(folder, "*.parquet")).getFirst();
        assertThat(problem.code()).isEqualTo(ErrorCode.TARGET_EMPTY);
        assertThat(problem.text()).contains("minutes", "150 rows read", "target_missing=150");
    }

    @Test
    void aFilterThatLeavesNothingIsTooLittleData() {
        threeMonths();
        Problem problem = problems(Trips.filtered(folder, "zone > 1000", "true", "*.parquet"))
                .getFirst();
        assertThat(problem.code()).isEqualTo(ErrorCode.DATA_TOO_SMALL);
        assertThat(problem.text()).contains("keep=600");
    }

    @Test
    void rowsThatWouldOutgrowTheMemoryAreRefusedWithTheNeed() {
        threeMonths();
        Project project = Trips.project(folder, "*.parquet");
        assertThatThrownBy(() -> new DatasetReader(engine, 100_000).read(project, Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, failure -> {
                    Problem problem = failure.problems().getFirst();
                    assertThat(problem.code()).isEqualTo(ErrorCode.DATA_TOO_LARGE);
                    assertThat(problem.text()).contains("600 rows of 6 columns", "MiB", "HANSOM_JAVA_OPTIONS=-Xmx2g");
                });
        assertThat(new DatasetReader(engine, 1_000_000)
                        .read(project, Progress.NONE)
                        .rows()
                        .size())
                .isEqualTo(600);
    }

    @Test
    void namesAndGlobsThatFitNothingAreNamedTogether() {
        threeMonths();
        List<Problem> problems = problems(Trips.project(folder, "*.parquet", "2025-04.parquet", "more/**.csv"));
        assertThat(problems).hasSize(2).allMatch(problem -> problem.code() == ErrorCode.FILE_UNUSABLE);
        assertThat(problems.getFirst().text()).contains("2025-04.parquet", "no such file");
    }

    private void threeMonths() {
        for (int month = 1; month <= 3; month++) {
            write("2025-0" + month + ".parquet", Trips.hourly("2025-0" + month + "-01T00:00:00", 200));
        }
    }

    private void write(String name, Columns rows) {
        new ParquetWriter(engine).write(folder.resolve(name), rows);
    }

    private static Dataset read(Project project) {
        return new DatasetReader(engine).read(project, Progress.NONE);
    }

    private static List<Problem> problems(Project project) {
        try {
            read(project);
        } catch (ProblemException e) {
            return e.problems();
        }
        throw new AssertionError("nothing was wrong");
    }
}
