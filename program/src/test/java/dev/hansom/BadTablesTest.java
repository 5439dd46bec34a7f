package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A table as no table should be, brought to each command that reads one: read, or refused in one line that says what
/// the person at that command can do; never a stack trace, never a half-written file.
class BadTablesTest {
    private static final String HEAD = "pickup,zone,miles,dropoff";
    private static final String ROW = "2024-02-03T05:00,1,2.5,2024-02-03T05:10";

    @TempDir
    static Path made;

    private static TinyProject good;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    /// What is wrong with the file. `says` is part of what each command complains of; nothing where it is read.
    enum Bad {
        ZERO_BYTES_OF_PARQUET("x.parquet", "the file is damaged or of another format"),
        HALF_OF_PARQUET("x.parquet", "the file is damaged or of another format"),
        A_FOLDER("x.parquet", "a folder, not a file"),
        A_LINK_TO_NOTHING("x.csv", "no such file"),
        A_LINK_TO_ITSELF("x.csv", "x.csv: "),
        ZERO_BYTES_OF_TEXT("x.csv", "the file is empty"),
        RAGGED("x.csv", "line 52: the row does not have as many values as the header"),
        NUL("x.csv", "line 52: a NUL byte in the text"),
        MIXED_ENCODINGS("x.csv", "line 53: the text is not UTF-8, though that of line 52 is"),
        OPEN_QUOTE("x.csv", "a quote is opened and never closed"),
        HALF_OF_JSON("x.jsonl", "x.jsonl"),
        HALF_OF_GZIP("x.csv.gz", "the file is damaged or of another format"),
        LISTS("x.jsonl", "column miles holds lists or structures"),
        BYTE_ORDER_MARK("x.csv", ""),
        ODD_NAMES("x.csv", ""),
        ODD_VALUES("x.csv", ""),
        WIDE("x.csv", "");

        final String name;
        final String says;

        Bad(String name, String says) {
            this.name = name;
            this.says = says;
        }
    }

    @BeforeAll
    static void make() throws IOException {
        good = TinyProject.make(made.resolve("rides"));
        Schema fields = new Schema(List.of(
                new Schema.Column("pickup", Type.TIMESTAMP),
                new Schema.Column("zone", Type.INT64),
                new Schema.Column("miles", Type.DOUBLE)));
        Model model = new Model(
                new Signature("rides", fields, "pickup", "America/New_York", "true", "minutes", "minutes"),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(),
                new Formula("miles * 3 + hour(pickup) + zone"),
                new Provenance(Map.of()));
        Files.write(made.resolve("rides.hansom"), model.bytes());
    }

    @BeforeEach
    void copy() {
        project = good.copy(folder.resolve("rides")).with("data/*.parquet", "data/*");
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void checkAndDesignSpeakOfTheProject(Bad bad) throws IOException {
        Files.delete(project.month(2));
        Path file = project.folder().resolve("data").resolve(bad.name);
        write(bad, file);
        for (String verb : List.of("check", "design")) {
            run(bad, verb, "--project", project.file().toString());
            assertThat(terminal.complained()).doesNotContain("--input", "--data");
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void predictSpeaksOfItsInput(Bad bad) throws IOException {
        Path file = folder.resolve(bad.name);
        write(bad, file);
        Path answers = folder.resolve("answers.csv");
        String model = made.resolve("rides.hansom").toString();
        run(bad, "predict", "--model", model, "--input", file.toString(), "--output", answers.toString());
        assertThat(terminal.complained()).doesNotContain("data.files", "data.csv", "project file", "--data");
        assertThat(Files.exists(answers)).isEqualTo(bad.says.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(value = Bad.class, mode = EnumSource.Mode.EXCLUDE, names = "WIDE")
    void initSpeaksOfItsData(Bad bad) throws IOException {
        Path file = folder.resolve(bad.name);
        write(bad, file);
        Path into = folder.resolve("new");
        run(
                bad == Bad.LISTS ? Bad.BYTE_ORDER_MARK : bad,
                "init",
                into.toString(),
                "--data",
                file.toString(),
                "--target",
                "zone");
        assertThat(terminal.complained()).doesNotContain("data.files", "see data.csv", "--input");
        assertThat(Files.exists(into)).isEqualTo(bad.says.isEmpty() || bad == Bad.LISTS);
    }

    @Test
    void aTableTooWideToDraftIsRefusedAtOnce() throws IOException {
        Path file = folder.resolve(Bad.WIDE.name);
        write(Bad.WIDE, file);
        assertThat(terminal.run(
                        "init", folder.resolve("new").toString(), "--data", file.toString(), "--target", "zone"))
                .isEqualTo(3);
        assertThat(terminal.complained())
                .contains("x.csv: too many columns are wanted, 10004 of 10004 (expected: at most 2000)")
                .contains("hansom.yaml by hand with the fields that matter");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private void run(Bad bad, String... arguments) {
        int code = terminal.run(arguments);
        assertThat(terminal.complained())
                .as(String.join(" ", arguments))
                .doesNotContain("\tat ", "Exception", "this is a defect", "Error:");
        if (bad.says.isEmpty()) {
            assertThat(code).isZero();
        } else {
            assertThat(code).isBetween(2, 3);
            assertThat(terminal.complained()).contains(bad.says, bad.name);
            assertThat(terminal.complained().lines()).hasSize(1);
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Bad bad, Path file) throws IOException {
        String rows = IntStream.range(0, 50)
                .mapToObj(hour -> "2024-02-%02dT%02d:00,%d,%d.5,2024-02-%02dT%02d:%02d"
                        .formatted(
                                1 + hour / 24,
                                hour % 24,
                                1 + hour % 5,
                                hour % 7,
                                1 + hour / 24,
                                hour % 24,
                                9 + hour % 5))
                .collect(Collectors.joining("\n", HEAD + "\n", "\n"));
        switch (bad) {
            case ZERO_BYTES_OF_PARQUET, ZERO_BYTES_OF_TEXT -> Files.write(file, new byte[0]);
            case HALF_OF_PARQUET -> {
                byte[] whole = Files.readAllBytes(good.month(2));
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
            case A_FOLDER -> Files.createDirectory(file);
            case A_LINK_TO_NOTHING -> Files.createSymbolicLink(file, Path.of("nothing.csv"));
            case A_LINK_TO_ITSELF -> Files.createSymbolicLink(file, file.getFileName());
            case RAGGED -> Files.writeString(file, rows + ROW + ",1,2,3\n");
            case NUL -> Files.writeString(file, rows + ROW.replace("2.5", "2\0.5") + "\n");
            case MIXED_ENCODINGS -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(rows.getBytes(StandardCharsets.UTF_8));
                bytes.write(ROW.replace("2.5", "é").getBytes(StandardCharsets.UTF_8));
                bytes.write('\n');
                bytes.write(ROW.replace("2.5", "é").getBytes(StandardCharsets.ISO_8859_1));
                Files.write(file, bytes.toByteArray());
            }
            case OPEN_QUOTE -> Files.writeString(file, rows + ROW.replace("2.5", "\"2.5") + "\n");
            case HALF_OF_JSON -> Files.writeString(file, json(rows, "") + "{\"pickup\": \"2024-");
            case HALF_OF_GZIP -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(rows.getBytes(StandardCharsets.UTF_8));
                }
                Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
            }
            case LISTS -> Files.writeString(file, json(rows, "[1, 2]"));
            case BYTE_ORDER_MARK -> Files.writeString(file, "\uFEFF" + rows);
            case ODD_NAMES ->
                Files.writeString(
                        file,
                        rows.replaceAll("(?m)$", ",1,2,3")
                                .replaceFirst("1,2,3", "select,\"a \"\"b\"\"\",\"two\nlines\"")
                                .replaceFirst("\n,1,2,3$", "\n"));
            case ODD_VALUES ->
                Files.writeString(
                        file,
                        rows + "2024-02-03T06:00,9007199254740993,inf,1677-09-21T00:12:43\n"
                                + "2024-02-03T07:00,99999999999999999999,NaN,2262-04-11T23:47:16\n"
                                + "2024-02-03T08:00,-1,-Infinity,0001-01-01\n1677-09-21T00:12:43,1,1e308,\n"
                                + "2262-04-11T23:47:17,1,-1e308,infinity\n");
            case WIDE ->
                Files.writeString(
                        file,
                        rows.lines()
                                .map(line -> line
                                        + (line.equals(HEAD)
                                                ? IntStream.range(0, 10_000)
                                                        .mapToObj(i -> ",c" + i)
                                                        .collect(Collectors.joining())
                                                : ",1".repeat(10_000)))
                                .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    /// The rows as JSON lines, with other miles where they are given.
    private static String json(String rows, String miles) {
        return rows.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> "{\"pickup\": \"%s\", \"zone\": %s, \"miles\": %s, \"dropoff\": \"%s\"}"
                        .formatted(row[0], row[1], miles.isEmpty() ? row[2] : miles, row[3]))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
