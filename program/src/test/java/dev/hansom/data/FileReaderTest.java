package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
    @TempDir
    static Path folder;

    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = Engine.open(Engine.Settings.in(folder.resolve("spill")));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void wholeNumbersStoredAsDoublesOrTextReadTheSame() throws SQLException {
        for (String stored : List.of(
                "CAST(7 AS BIGINT)",
                "CAST(7 AS DOUBLE)",
                "'7'",
                "'7.0'",
                "CAST(7 AS DECIMAL(9,2))",
                "CAST(7 AS UTINYINT)",
                "CAST(7 AS FLOAT)")) {
            Columns rows = new Columns(project(Type.INT64).labelledSchema(), 1);
            assertThat(read(stored, Type.INT64, rows)).as(stored).doesNotContainValue(1L);
            assertThat(rows.integer(1, 0)).as(stored).isEqualTo(7);
        }
    }

    @Test
    void aFractionIsNoWholeNumberAndIsCounted() throws SQLException {
        for (String stored : List.of(
                "CAST(7.5 AS DOUBLE)", "'7.5'", "'seven'", "CAST(7.5 AS DECIMAL(9,2))", "CAST(1e300 AS DOUBLE)")) {
            Columns rows = new Columns(project(Type.INT64).labelledSchema(), 1);
            assertThat(read(stored, Type.INT64, rows)).as(stored).containsEntry("value", 1L);
            assertThat(rows.isNull(1, 0)).as(stored).isTrue();
        }
    }

    @Test
    void whatIsMissingIsNotCountedAsLost() throws SQLException {
        for (Type type : Type.values()) {
            for (String stored : List.of("CAST(NULL AS VARCHAR)", "CAST(NULL AS DOUBLE)", "NULL")) {
                Columns rows = new Columns(project(type).labelledSchema(), 1);
                assertThat(read(stored, type, rows).values())
                        .as(stored + " as " + type)
                        .allMatch(lost -> lost == 0);
                assertThat(rows.isNull(1, 0)).as(stored + " as " + type).isTrue();
            }
        }
        Columns rows = new Columns(project(Type.INT64).labelledSchema(), 1);
        assertThat(read("CAST('nan' AS DOUBLE)", Type.INT64, rows)).containsEntry("value", 0L);
    }

    @Test
    void aCodeStoredAsADoubleReadsAsTextWithoutAPoint() throws SQLException {
        for (String stored : List.of("CAST(7 AS BIGINT)", "CAST(7 AS DOUBLE)", "CAST(7 AS DECIMAL(9,2))", "'7'")) {
            Columns rows = new Columns(project(Type.STRING).labelledSchema(), 1);
            read(stored, Type.STRING, rows);
            assertThat(rows.text(1, 0)).as(stored).isEqualTo("7");
        }
    }

    @Test
    void timesReadAsTheWallClockOfTheProject() throws SQLException {
        long noon = Trips.at("2025-07-01T12:00:00");
        for (String stored : List.of(
                "TIMESTAMP '2025-07-01 12:00:00'",
                "TIMESTAMPTZ '2025-07-01 16:00:00+00'",
                "CAST(TIMESTAMP '2025-07-01 12:00:00' AS TIMESTAMP_NS)",
                "CAST(TIMESTAMP '2025-07-01 12:00:00' AS TIMESTAMP_MS)",
                "'2025-07-01 12:00:00'",
                "'2025-07-01T12:00:00'",
                "'2025-07-01T18:00:00+02:00'",
                "'2025-07-01T16:00:00Z'")) {
            Columns rows = new Columns(project(Type.TIMESTAMP).labelledSchema(), 1);
            assertThat(read(stored, Type.TIMESTAMP, rows).values()).as(stored).allMatch(lost -> lost == 0);
            assertThat(rows.integer(1, 0)).as(stored).isEqualTo(noon);
        }
        for (String stored : List.of("'yesterday'", "CAST(5 AS BIGINT)", "TIMESTAMP 'infinity'")) {
            Columns rows = new Columns(project(Type.TIMESTAMP).labelledSchema(), 1);
            read(stored, Type.TIMESTAMP, rows);
            assertThat(rows.isNull(1, 0)).as(stored).isTrue();
        }
    }

    @Test
    void datesBooleansAndNumbersReadFromText() throws SQLException {
        Columns dates = new Columns(project(Type.DATE).labelledSchema(), 1);
        read("'1970-01-03'", Type.DATE, dates);
        read("TIMESTAMP '1970-01-03 13:00:00'", Type.DATE, dates);
        read("DATE '1970-01-03'", Type.DATE, dates);
        assertThat(dates.size()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            assertThat(dates.integer(1, row)).isEqualTo(2);
        }
        Columns truths = new Columns(project(Type.BOOLEAN).labelledSchema(), 1);
        read("'true'", Type.BOOLEAN, truths);
        read("true", Type.BOOLEAN, truths);
        read("CAST(1 AS BIGINT)", Type.BOOLEAN, truths);
        for (int row = 0; row < 3; row++) {
            assertThat(truths.integer(1, row)).isEqualTo(1);
        }
        Columns numbers = new Columns(project(Type.DOUBLE).labelledSchema(), 1);
        assertThat(read("'2.5'", Type.DOUBLE, numbers)).containsEntry("value", 0L);
        assertThat(read("'two'", Type.DOUBLE, numbers)).containsEntry("value", 1L);
        assertThat(numbers.number(1, 0)).isEqualTo(2.5);
    }

    @Test
    void commaSeparatedFilesReadByTheirHeader() throws IOException {
        Path file = folder.resolve("trips.csv");
        Files.writeString(file, "took,value,pickup\n1.5,\"a, b\",2025-01-05 10:00:00\n,,2025-01-06 10:00:00\n");
        Project project = project(Type.STRING);
        Columns rows = new Columns(project.labelledSchema(), 1);
        FileReader reader = new FileReader(engine, project);
        FileShape shape = FileShape.of(engine, new DataFile(file));
        reader.read(shape, rows, Progress.NONE);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.text(1, 0)).isEqualTo("a, b");
        assertThat(rows.isNull(1, 1)).isTrue();
        assertThat(reader.periods(shape, SplitPlan.Each.MONTH)).containsOnlyKeys(Trips.at("2025-01-01T00:00:00"));
    }

    @Test
    void aFolderWhoseNameLooksLikeAGlobIsTakenLiterally() throws SQLException {
        Path odd = folder.resolve("a[1]*'").resolve("b?.parquet");
        new ParquetWriter(engine).write(odd, Trips.hourly("2025-01-01T00:00:00", 10));
        FileShape shape = FileShape.of(engine, new DataFile(odd));
        assertThat(shape.columns()).containsKeys("pickup", "zone");
    }

    private Map<String, Long> read(String stored, Type declared, Columns rows) throws SQLException {
        Path file = folder.resolve("one.parquet");
        engine.execute("COPY (SELECT TIMESTAMP '2025-01-05 10:00:00' AS pickup, " + stored + " AS value) TO "
                + Sql.text(file.toString()) + " (FORMAT parquet)");
        FileShape shape = FileShape.of(engine, new DataFile(file));
        return new FileReader(engine, project(declared)).read(shape, rows, Progress.NONE);
    }

    private Project project(Type type) {
        List<Field> fields = List.of(
                Trips.field("at", "pickup", Type.TIMESTAMP, Trips.REQUEST),
                Trips.field("value", "value", type, Trips.REQUEST));
        return Trips.project(folder, fields, "true", "true", "*.parquet");
    }
}
