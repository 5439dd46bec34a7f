package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Problem;
import dev.hansom.base.Progress;
import dev.hansom.project.CsvStyle;
import dev.hansom.project.DataSource;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Wanted> TRIP = List.of(
            new Wanted("ort", "Ort", Type.STRING),
            new Wanted("km", "Strecke km", Type.DOUBLE),
            new Wanted("preis", "Preis", Type.DOUBLE),
            new Wanted("leute", "Leute", Type.INT64),
            new Wanted("um", "Um", Type.TIMESTAMP));

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.open(Engine.Settings.in(folder.resolve("spill")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aSpreadsheetWithSemicolonsAndDecimalCommasReadsInEveryEncoding() throws IOException {
        String sheet = "Ort;Strecke km;Preis;Leute;Um\r\n"
                + "Köln;2,5;1.234,50;2;31.12.2025 23:59\r\n"
                + "\"Bad \"\"Orb\"\";\nKurpark\";10;12,00;1;01.01.2026 00:01:02\r\n"
                + ";;;;\r\n";
        for (Charset encoding : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE)) {
            for (String mark : List.of("", "\uFEFF", "sep=;\r\n")) {
                if (mark.startsWith("\uFEFF") && !encoding.name().startsWith("UTF")
                        || mark.startsWith("\uFEFF") && encoding.equals(StandardCharsets.UTF_16)) {
                    continue;
                }
                Path file = folder.resolve("sheet.csv");
                Files.write(file, (mark + sheet).getBytes(encoding));
                String as = encoding + " " + mark;
                Columns rows = read(new DataFile(file), TRIP, Map.of());
                assertThat(rows.size()).as(as).isEqualTo(3);
                assertThat(rows.text(0, 0)).as(as).isEqualTo("Köln");
                assertThat(rows.text(0, 1)).as(as).isEqualTo("Bad \"Orb\";\nKurpark");
                assertThat(rows.number(1, 0)).as(as).isEqualTo(2.5);
                assertThat(rows.number(1, 1)).as(as).isEqualTo(10);
                assertThat(rows.number(2, 0)).as(as).isEqualTo(1234.5);
                assertThat(rows.integer(3, 0)).as(as).isEqualTo(2);
                assertThat(rows.integer(4, 0)).as(as).isEqualTo(Trips.at("2025-12-31T23:59:00"));
                assertThat(rows.integer(4, 1)).as(as).isEqualTo(Trips.at("2026-01-01T00:01:02"));
                for (int column = 0; column < 5; column++) {
                    assertThat(rows.isNull(column, 2)).as(as).isTrue();
                }
            }
        }
    }

    @Test
    void whatIsDetectedIsShown() throws IOException {
        assertThat(written("a;b\n1,5;2\n")).isEqualTo("CSV: delimiter ;, quote \", UTF-8, decimal ,, header");
        assertThat(written("1\t2.5\n3\t4.5\n")).isEqualTo("CSV: delimiter tab, quote \", UTF-8, decimal ., no header");
        assertThat(written("a|b\nx|\"1,234.50\"\ny|2.00\n"))
                .isEqualTo("CSV: delimiter |, quote \", UTF-8, decimal ., thousands ,, header");
        assertThat(written("a,b\n1,\"2,5\"\n2,\"3,25\"\n"))
                .isEqualTo("CSV: delimiter ,, quote \", UTF-8, decimal ,, header");
        assertThat(written("name,town\nAnna,Bonn\n")).contains(", header");
        assertThat(written("one\n1\n2\n")).contains("delimiter ,").contains(", header");
    }

    @Test
    void timesReadInTheFormsThatTablesHave() throws IOException {
        Columns rows = timesOf("1618749000", "1618749000123", "20210418", "Apr-2021", "2021-04");
        assertThat(times(rows))
                .containsExactly(
                        "2021-04-18T12:30",
                        "2021-04-18T12:30:00.123",
                        "2021-04-18T00:00",
                        "2021-04-01T00:00",
                        "2021-04-01T00:00");
        assertThat(times(timesOf("04/18/2021 01:30 PM", "4/5/21")))
                .containsExactly("2021-04-18T13:30", "2021-04-05T00:00");
        assertThat(times(timesOf("18-04-2021", "05-04-2021 07:08:09")))
                .containsExactly("2021-04-18T00:00", "2021-04-05T07:08:09");
        assertThat(times(timesOf("01/01/2021", "01/02/2021"))).containsExactly("2021-01-01T00:00", "2021-02-01T00:00");
        assertThat(times(timesOf("05/04/2021", "04/05/2021", "13/13/2021"))).containsOnly("none");
        assertThat(times(timesOf("99", "20211399", "2021"))).containsOnly("none");
    }

    @Test
    void theOrderOfDatesIsFoundFarBehindTheBeginning() throws IOException {
        Path file = folder.resolve("far.csv");
        Files.writeString(file, "n,t\n" + "1,04/05/2021\n".repeat(30_000) + "2,04/18/2021\n");
        Columns rows = read(new DataFile(file), List.of(new Wanted("t", "t", Type.TIMESTAMP)), Map.of());
        assertThat(times(rows).getFirst()).isEqualTo("2021-04-05T00:00");
        assertThat(written(Files.readString(file))).contains("dates month-first");
    }

    @Test
    void amountsReadWithoutTheirSigns() throws IOException {
        Path file = folder.resolve("amounts.csv");
        String more = "-2 \u20ac;0%;EUR 1.000;4,5-\n".repeat(300);
        Files.writeString(
                file,
                "a;b;c;d\n1.234,50 \u20ac;12,5 %;CHF 7;(3,25)\n-2 \u20ac;0%;EUR 1.000;4,5-\n5 kg;x;;1,0,0\n" + more);
        Columns rows = read(
                new DataFile(file),
                List.of(
                        new Wanted("a", "a", Type.DOUBLE),
                        new Wanted("b", "b", Type.DOUBLE),
                        new Wanted("c", "c", Type.INT64),
                        new Wanted("d", "d", Type.DOUBLE)),
                Map.of("a", 1L, "b", 1L, "d", 1L));
        assertThat(rows.number(0, 0)).isEqualTo(1234.5);
        assertThat(rows.number(1, 0)).isEqualTo(12.5);
        assertThat(rows.integer(2, 0)).isEqualTo(7);
        assertThat(rows.number(3, 0)).isEqualTo(-3.25);
        assertThat(rows.number(0, 1)).isEqualTo(-2);
        assertThat(rows.integer(2, 1)).isEqualTo(1000);
        assertThat(rows.number(3, 1)).isEqualTo(-4.5);
    }

    private Columns timesOf(String... texts) throws IOException {
        Path file = folder.resolve("times.csv");
        Files.writeString(file, "t;n\n" + String.join(";1\n", texts) + ";1\n");
        Columns rows = new Columns(
                new dev.hansom.score.Schema(List.of(new dev.hansom.score.Schema.Column("t", Type.TIMESTAMP))), 10);
        RowReader reader = new RowReader(engine);
        reader.read(
                reader.look(new DataFile(file)),
                List.of(new Wanted("t", "t", Type.TIMESTAMP)),
                java.time.ZoneOffset.UTC,
                dev.hansom.base.Progress.NONE,
                chunk -> {
                    for (int row = 0; row < chunk.rows().size(); row++) {
                        rows.appendFrom(chunk.rows(), row);
                    }
                });
        return rows;
    }

    private static List<String> times(Columns rows) {
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(row -> rows.isNull(0, row)
                        ? "none"
                        : Window.time(rows.integer(0, row)).toString())
                .toList();
    }

    @Test
    void whatAPersonSaysHoldsOverWhatIsDetected() throws IOException {
        Path file = folder.resolve("odd.csv");
        Files.writeString(file, "7;'a;b';-9999\n8;c;1.5\n");
        CsvStyle style = new CsvStyle(
                Optional.of(';'),
                Optional.of('\''),
                Optional.empty(),
                Optional.of("utf-8"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.of(List.of("-9999")));
        Columns rows = read(
                new DataFile(file, Map.of(), style, NamedBy.PROJECT),
                List.of(
                        new Wanted("n", "column0", Type.INT64),
                        new Wanted("t", "column1", Type.STRING),
                        new Wanted("x", "column2", Type.DOUBLE)),
                Map.of());
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.text(1, 0)).isEqualTo("a;b");
        assertThat(rows.isNull(2, 0)).isTrue();
        assertThat(rows.number(2, 1)).isEqualTo(1.5);
    }

    @Test
    void usualSpellingsOfNothingAreMissingInNumbersAndTextInTexts() throws IOException {
        Path file = folder.resolve("na.csv");
        Files.writeString(file, "zone,fee\nNA,1.5\nN/A,NA\nx,null\ny,two\n");
        Columns rows = read(
                new DataFile(file),
                List.of(new Wanted("zone", "zone", Type.STRING), new Wanted("fee", "fee", Type.DOUBLE)),
                Map.of("fee", 1L));
        assertThat(rows.text(0, 0)).isEqualTo("NA");
        assertThat(rows.text(0, 1)).isEqualTo("N/A");
        assertThat(rows.isNull(1, 1)).isTrue();
        assertThat(rows.isNull(1, 3)).isTrue();
    }

    @Test
    void jsonLinesReadPlainAndCompressedAndTypesMayChange() throws IOException {
        String lines = "{\"n\": 1, \"t\": \"x\", \"at\": \"2025-07-01T16:00:00Z\"}\n"
                + "{\"t\": \"y\\n\", \"n\": \"2\", \"at\": \"2025-07-01T12:00:00\"}\n"
                + "{\"n\": 3.5, \"t\": 7, \"extra\": {\"a\": [1]}}\n"
                + "{\"n\": null}\n";
        Files.writeString(folder.resolve("rows.jsonl"), lines);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("rows.ndjson.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                folder.resolve("rows.json"),
                "[" + String.join(",", lines.strip().split("\n(?=\\{)", -1)) + "]");
        for (String name : List.of("rows.jsonl", "rows.ndjson.gz", "rows.json")) {
            Columns rows = read(
                    new DataFile(folder.resolve(name)),
                    List.of(
                            new Wanted("n", "n", Type.INT64),
                            new Wanted("t", "t", Type.STRING),
                            new Wanted("at", "at", Type.TIMESTAMP)),
                    Map.of("n", 1L));
            assertThat(rows.size()).as(name).isEqualTo(4);
            assertThat(rows.integer(0, 0)).as(name).isEqualTo(1);
            assertThat(rows.integer(0, 1)).as(name).isEqualTo(2);
            assertThat(rows.isNull(0, 2)).as(name).isTrue();
            assertThat(rows.text(1, 1)).as(name).isEqualTo("y\n");
            assertThat(rows.text(1, 2)).as(name).isEqualTo("7");
            assertThat(rows.integer(2, 0)).as(name).isEqualTo(Trips.at("2025-07-01T12:00:00"));
            assertThat(rows.integer(2, 1)).as(name).isEqualTo(Trips.at("2025-07-01T12:00:00"));
        }
    }

    @Test
    void foldersPartedByHiveGiveTheirColumns() {
        Schema stored = new Schema(List.of(new Schema.Column("n", Type.INT64)));
        for (int month : List.of(1, 2)) {
            Columns rows = new Columns(stored, 1);
            rows.set(0, rows.append(), month * 10L);
            new ParquetWriter(engine).write(folder.resolve("lake/year=2021/month=0" + month + "/part-0.parquet"), rows);
        }
        for (String pattern : List.of("lake", "lake/year=*/month=*/*.parquet", "lake/**.parquet")) {
            List<DataFile> files = DataFiles.of(new DataSource(folder, List.of(pattern), "made up"));
            assertThat(files).as(pattern).hasSize(2);
            Columns rows = read(
                    files.get(1),
                    List.of(
                            new Wanted("n", "n", Type.INT64),
                            new Wanted("month", "month", Type.INT64),
                            new Wanted("year", "year", Type.STRING)),
                    Map.of());
            assertThat(rows.integer(0, 0)).as(pattern).isEqualTo(20);
            assertThat(rows.integer(1, 0)).as(pattern).isEqualTo(2);
            assertThat(rows.text(2, 0)).as(pattern).isEqualTo("2021");
        }
    }

    @Test
    void anHourThatComesTwiceIsTheSameWallClockHour() throws IOException {
        Path file = folder.resolve("clocks.csv");
        Files.writeString(
                file, "at\n2025-11-02T05:30:00Z\n2025-11-02T06:30:00Z\n2025-03-09T06:59:00Z\n2025-03-09T07:01:00Z\n");
        Columns rows = read(new DataFile(file), List.of(new Wanted("at", "at", Type.TIMESTAMP)), Map.of());
        assertThat(rows.integer(0, 0)).isEqualTo(Trips.at("2025-11-02T01:30:00"));
        assertThat(rows.integer(0, 1)).isEqualTo(Trips.at("2025-11-02T01:30:00"));
        assertThat(rows.integer(0, 2)).isEqualTo(Trips.at("2025-03-09T01:59:00"));
        assertThat(rows.integer(0, 3)).isEqualTo(Trips.at("2025-03-09T03:01:00"));
    }

    @Test
    void roundedNumbersAndTimesWithoutAnEndAreCountedAsLossy() throws Exception {
        Path file = folder.resolve("wide.parquet");
        engine.execute("COPY (SELECT * FROM (VALUES "
                + "(CAST(9007199254740993 AS BIGINT), CAST('12345678901234567.125' AS DECIMAL(20,3)),"
                + " '9007199254740993', TIMESTAMP 'infinity', DATE '-infinity', CAST('inf' AS DOUBLE)),"
                + "(CAST(9007199254740992 AS BIGINT), CAST('2.125' AS DECIMAL(20,3)),"
                + " '0.1', TIMESTAMP '1677-01-01', DATE '2262-05-01', CAST('nan' AS DOUBLE))"
                + ") t(i, d, s, \"at\", day, x)) TO " + Sql.text(file.toString()) + " (FORMAT parquet)");
        Columns rows = read(
                new DataFile(file),
                List.of(
                        new Wanted("i", "i", Type.DOUBLE),
                        new Wanted("d", "d", Type.DOUBLE),
                        new Wanted("s", "s", Type.DOUBLE),
                        new Wanted("at", "at", Type.TIMESTAMP),
                        new Wanted("day", "day", Type.DATE),
                        new Wanted("x", "x", Type.DOUBLE)),
                Map.of("i", 1L, "d", 1L, "s", 1L, "at", 1L, "day", 1L));
        assertThat(rows.number(0, 0)).isEqualTo(9007199254740992.0);
        assertThat(rows.isNull(3, 0)).isTrue();
        assertThat(rows.isNull(4, 0)).isTrue();
        assertThat(rows.number(5, 0)).isInfinite();
        assertThat(Window.time(rows.integer(3, 1))).hasToString("1677-01-01T00:00");
        assertThat(rows.isNull(5, 1)).isTrue();
    }

    @Test
    void aZoneMayBeAnOffset() throws IOException {
        Path file = folder.resolve("offsets.jsonl");
        Files.writeString(file, "{\"at\": \"2024-07-01T10:00:00Z\"}\n{\"at\": \"2024-07-01T10:00:00+02:00\"}\n");
        Path stored = folder.resolve("offsets.parquet");
        try {
            engine.execute("COPY (SELECT TIMESTAMPTZ '2024-07-01 10:00:00+00' AS at UNION ALL SELECT TIMESTAMPTZ"
                    + " '2024-07-01 08:00:00+00') TO " + Sql.text(stored.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (Path each : List.of(file, stored)) {
            FileShape shape = new RowReader(engine).look(new DataFile(each));
            List<Wanted> wanted = List.of(new Wanted("at", "at", Type.TIMESTAMP));
            for (String zone : List.of("Z", "UTC", "+02:00", "-03:30", "UTC+1", "Etc/GMT+5", "Europe/Paris")) {
                Columns rows = new Columns(Wanted.schema(wanted), 8);
                new RowReader(engine).append(shape, wanted, ZoneId.of(zone), Progress.NONE, rows);
                for (int row = 0; row < 2; row++) {
                    assertThat(Window.time(rows.integer(0, row)))
                            .as(each + " " + zone)
                            .isEqualTo(Instant.parse("2024-07-01T10:00:00Z")
                                    .minusSeconds(row * 7_200)
                                    .atZone(ZoneId.of(zone))
                                    .toLocalDateTime());
                }
            }
        }
    }

    @Test
    void aColumnOfListsIsRefusedWhereItIsWanted() throws IOException {
        Path file = folder.resolve("nested.jsonl");
        Files.writeString(file, "{\"a\": 1, \"b\": [1, 2], \"c\": {\"d\": 1}}\n");
        FileShape shape = new RowReader(engine).look(new DataFile(file));
        List<Wanted> wanted = List.of(
                new Wanted("a", "a", Type.DOUBLE),
                new Wanted("b", "b", Type.STRING),
                new Wanted("c", "c", Type.DOUBLE));
        assertThat(shape.missing(wanted))
                .extracting(Problem::text)
                .satisfiesExactly(
                        b -> assertThat(b)
                                .contains("column b holds lists or structures, BIGINT[]", "columns of their own"),
                        c -> assertThat(c).contains("column c holds lists or structures, STRUCT("));
        assertThat(shape.missing(wanted.subList(0, 1))).isEmpty();
    }

    private String written(String text) throws IOException {
        Path file = folder.resolve("shown.csv");
        Files.writeString(file, text);
        return new RowReader(engine).look(new DataFile(file)).written();
    }

    private Columns read(DataFile file, List<Wanted> wanted, Map<String, Long> lost) {
        FileShape shape = new RowReader(engine).look(file);
        Columns rows = new Columns(Wanted.schema(wanted), 8);
        Reading reading = new RowReader(engine).append(shape, wanted, NEW_YORK, Progress.NONE, rows);
        assertThat(reading.lossy().entrySet().stream().filter(entry -> entry.getValue() > 0))
                .as(file.name())
                .containsExactlyInAnyOrderElementsOf(lost.entrySet());
        return rows;
    }
}
