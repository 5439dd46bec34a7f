package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
    private static final List<Wanted> A = List.of(new Wanted("a", "a", Type.DOUBLE));

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
    void filesThatAreNoParquetAreNamedSo() throws IOException {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("a", Type.DOUBLE))), 1);
        for (int i = 0; i < 10_000; i++) {
            rows.set(0, rows.append(), i * 0.37);
        }
        Path whole = folder.resolve("whole.parquet");
        new ParquetWriter(engine).write(whole, rows);
        byte[] bytes = Files.readAllBytes(whole);
        for (byte[] bad : List.of(
                new byte[0],
                new byte[] {'P', 'A', 'R', '1'},
                "PAR1 this is no Parquet at all, though it starts and ends so PAR1".getBytes(StandardCharsets.UTF_8),
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(bytes, bytes.length / 2),
                Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length))) {
            Path file = folder.resolve("bad.parquet");
            Files.write(file, bad);
            assertThat(problem(file).code()).isEqualTo(ErrorCode.DATA_UNREADABLE);
            assertThat(problem(file).text())
                    .contains("bad.parquet: the file is damaged")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFolderAndAFileThatIsNotThereAreNoFiles() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("folder.parquet"));
        assertThat(problem(inside).text()).contains("a folder, not a file").contains("folder.parquet/*.parquet");
        assertThat(problem(inside).code()).isEqualTo(ErrorCode.FILE_UNUSABLE);
        assertThat(problem(folder.resolve("none.csv")).text()).contains("no such file");
    }

    @Test
    void raggedRowsAreNamedByTheirLine() throws IOException {
        assertThat(csv("a,b\n1,2\n3\n4,5,6\n"))
                .contains("bad.csv: line 3: the row does not have as many values as the header")
                .contains("1 value (expected: 2)");
        assertThat(csv("a,b\n1,2\n3,4\n4,5,6\n")).contains("bad.csv: line 4").contains("3 values");
        assertThat(csv("a,b\n1,\"2\n3,4\n")).contains("a quote is opened and never closed");
    }

    @Test
    void nothingButBytesIsNoText() throws IOException {
        assertThat(csv("a,b\n1,x\0y\n")).contains("bad.csv: line 2: a NUL byte in the text");
        assertThat(csv("")).contains("the file is empty");
    }

    @Test
    void twoEncodingsInOneFileAreNamedByTheirLines() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("a,b\n1,café\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("2,café\n".getBytes(StandardCharsets.ISO_8859_1));
        Path file = folder.resolve("mixed.csv");
        Files.write(file, mixed.toByteArray());
        assertThat(problem(file).text())
                .contains("mixed.csv: line 3: the text is not UTF-8, though that of line 2 is")
                .contains("data.csv.encoding");
    }

    @Test
    void jsonThatIsNoneIsNamedByItsRow() throws IOException {
        Path file = folder.resolve("bad.jsonl");
        for (String text : List.of("{\"a\": 1}\n{\"a\": \n", "{\"a\": 1}\nnothing\n", "[1, 2", "{\"a\": 1")) {
            Files.writeString(file, text);
            assertThat(problem(file).code()).as(text).isEqualTo(ErrorCode.DATA_UNREADABLE);
            assertThat(problem(file).text()).as(text).hasLineCount(1).doesNotContain("LINE 1");
        }
    }

    @Test
    void aCompressedFileThatEndsTooSoonIsDamaged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("a,b\n1,2\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("cut.csv.gz", "cut.jsonl.gz")) {
            Path file = folder.resolve(name);
            Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
            assertThat(problem(file).code()).as(name).isEqualTo(ErrorCode.DATA_UNREADABLE);
        }
    }

    @Test
    void aThousandOfTenThousandColumnsAreReadAndMoreIsRefused() throws IOException {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String values = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Path file = folder.resolve("wide.csv");
        Files.writeString(file, names + "\n" + (values + "\n").repeat(3));
        List<Wanted> wanted = IntStream.range(0, 10_000)
                .mapToObj(i -> new Wanted("c" + i, "c" + i, Type.DOUBLE))
                .toList();
        List<Wanted> some = wanted.subList(9_000, 10_000);
        Columns rows = read(file, some);
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.number(999, 2)).isEqualTo(9_999);
        assertThat(problem(file).text())
                .contains("no column a")
                .contains("(10000 columns)")
                .hasSizeLessThan(2_000);
        Path parquet = folder.resolve("wide.parquet");
        new ParquetWriter(engine).write(parquet, rows);
        assertThat(read(parquet, some).number(998, 1)).isEqualTo(9_998);
        assertThatThrownBy(() -> read(file, wanted)).hasMessageContaining("10000 of 10000 (expected: at most 2000)");
    }

    @Test
    void columnsMayHaveAnyName() throws IOException {
        List<String> names = List.of("select", "a \"b\"", "two\nlines", "sem;i'c", "Größe", "a", "A", " x");
        List<Wanted> wanted = names.stream()
                .map(name -> new Wanted("f" + names.indexOf(name), name.strip(), Type.INT64))
                .toList();
        Path file = folder.resolve("names.csv");
        Files.writeString(
                file,
                names.stream()
                                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")) + "\n1,2,3,4,5,6,7,8\n");
        Columns rows = read(file, wanted);
        Path parquet = folder.resolve("names.parquet");
        new ParquetWriter(engine).write(parquet, renamed(rows, names));
        Columns again = read(parquet, wanted.subList(0, 6));
        for (int column = 0; column < names.size(); column++) {
            assertThat(rows.integer(column, 0)).as(names.get(column)).isEqualTo(column + 1);
            if (column < 6) {
                assertThat(again.integer(column, 0)).as(names.get(column)).isEqualTo(column + 1);
            }
        }
    }

    /// DuckDB writes no such file, so a name is changed in the bytes of one.
    @Test
    void namesOfParquetMayDifferByCaseOrNotAtAll() throws IOException {
        Schema schema = new Schema(List.of(
                new Schema.Column("zone", Type.INT64),
                new Schema.Column("zonf", Type.INT64),
                new Schema.Column("zong", Type.INT64)));
        Columns rows = new Columns(schema, 1);
        rows.append();
        for (int column = 0; column < 3; column++) {
            rows.set(column, 0, column + 1L);
        }
        Path file = folder.resolve("case.parquet");
        new ParquetWriter(engine).write(file, rows);
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("zonf", "Zone")
                .replace("zong", "zone");
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
        FileShape shape = new RowReader(engine).look(new DataFile(file));
        assertThat(shape.repeated()).containsExactly("Zone", "zone");
        assertThat(shape.columns()).hasSize(3).containsKeys("zone", "Zone");
        List<Wanted> wanted = shape.columns().keySet().stream()
                .map(name -> new Wanted("f" + name, name, Type.INT64))
                .toList();
        Columns again = read(file, wanted);
        for (int column = 0; column < 3; column++) {
            assertThat(again.integer(column, 0)).isEqualTo(column + 1);
        }
    }

    private static Columns renamed(Columns rows, List<String> names) {
        Columns renamed = new Columns(
                new Schema(names.stream()
                        .map(name -> new Schema.Column(name, Type.INT64))
                        .toList()),
                1);
        renamed.append();
        for (int column = 0; column < names.size(); column++) {
            renamed.set(column, 0, rows.integer(column, 0));
        }
        return renamed;
    }

    private String csv(String text) throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, text);
        return problem(file).text();
    }

    private Problem problem(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> read(file, A))
                .problems()
                .getFirst();
    }

    private Columns read(Path file, List<Wanted> wanted) {
        Columns rows = new Columns(Wanted.schema(wanted), 8);
        RowReader reader = new RowReader(engine);
        reader.append(reader.look(new DataFile(file)), wanted, ZoneOffset.UTC, Progress.NONE, rows);
        return rows;
    }
}
