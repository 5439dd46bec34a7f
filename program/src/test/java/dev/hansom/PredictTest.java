package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Progress;
import dev.hansom.cli.Terminal;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import dev.hansom.data.FileShape;
import dev.hansom.data.ParquetWriter;
import dev.hansom.data.RowReader;
import dev.hansom.data.Wanted;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import dev.hansom.zoo.Animal;
import dev.hansom.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `predict` as a person uses it.
class PredictTest {
    private static final Schema FIELDS = new Schema(List.of(
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("zone", Type.STRING)));

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @BeforeEach
    void model() throws IOException {
        String formula = "miles * 3 + hour(pickup) + CASE WHEN zone = 'airport' THEN 100 ELSE 0 END";
        Signature signature =
                new Signature("rides", FIELDS, "pickup", "America/New_York", "true", "minutes", "minutes");
        Model model = new Model(
                signature,
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(),
                new Formula(formula),
                new Provenance(Map.of()));
        Files.write(folder.resolve("rides.hansom"), model.bytes());
    }

    @Test
    void columnsAreMatchedByNameAndTheRestIsIgnored() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), """
            zone,more,miles,pickup
            airport,x,1.5,2024-03-01 08:30:00
            "a, b",y,,2024-03-01 09:00:00
            home,z,0.1,2024-03-01T13:00:00Z
            """);
        assertThat(predict("rows.csv", "answers.csv")).isZero();
        assertThat(folder.resolve("answers.csv")).hasContent("prediction\n112.5\n\"\"\n8.3");
        assertThat(terminal.said()).contains("3 rows").contains("prediction");
        assertThat(terminal.complained()).contains("1 rows have no answer");
    }

    @Test
    void manyRowsComeOutInTheirOrderFromParquetToParquet() throws IOException {
        Columns rows = new Columns(FIELDS, 1);
        for (int i = 0; i < 50_000; i++) {
            int row = rows.append();
            rows.set(0, row, 0L);
            rows.set(1, row, i / 3.0);
            rows.set(2, row, i % 2 == 0 ? "home" : "airport");
        }
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            new ParquetWriter(engine).write(folder.resolve("rows.parquet"), rows);
        }
        assertThat(predict("rows.parquet", "answers.parquet")).isZero();
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            RowReader reader = new RowReader(engine);
            FileShape answers = reader.look(new DataFile(folder.resolve("answers.parquet")));
            assertThat(answers.columns()).isEqualTo(Map.of("prediction", "DOUBLE"));
            List<Wanted> wanted = List.of(new Wanted("prediction", "prediction", Type.DOUBLE));
            int[] next = new int[1];
            reader.read(answers, wanted, ZoneOffset.UTC, Progress.NONE, chunk -> {
                for (int row = 0; row < chunk.rows().size(); row++) {
                    int i = next[0]++;
                    assertThat(chunk.rows().number(0, row)).isEqualTo(i / 3.0 * 3 + (i % 2 == 0 ? 0 : 100));
                }
            });
            assertThat(next[0]).isEqualTo(50_000);
        }
    }

    @Test
    void everyMissingColumnIsNamedAtOnce() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "pickup,mile\n2024-03-01 08:30:00,1\n");
        assertThat(predict("rows.csv", "answers.csv")).isEqualTo(3);
        assertThat(terminal.complained())
                .contains("no column miles")
                .contains("did you mean mile?")
                .contains("no column zone");
    }

    @Test
    void nothingIsOverwrittenUnlessItIsSaid() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "pickup,miles,zone\n2024-03-01 00:30:00,1,home\n");
        Files.writeString(folder.resolve("answers.csv"), "mine");
        assertThat(predict("rows.csv", "answers.csv")).isEqualTo(2);
        assertThat(terminal.complained()).contains("--force");
        assertThat(folder.resolve("answers.csv")).hasContent("mine");
        assertThat(predict("rows.csv", "answers.csv", "--force")).isZero();
        assertThat(folder.resolve("answers.csv")).hasContent("prediction\n3.0");
        assertThat(predict("rows.csv", "rows.csv", "--force")).isEqualTo(2);
        assertThat(terminal.complained()).contains("the output is also an input");
    }

    @Test
    void badRowsAreRefusedAndNothingIsLeft() throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("cut.parquet"), "PAR1 and no more");
        Files.writeString(folder.resolve("ragged.csv"), "pickup,miles,zone\n2024-03-01,1,a\n2024-03-01,1,a,b,c\n");
        for (String bad : List.of("empty.csv", "cut.parquet", "ragged.csv")) {
            assertThat(predict(bad, "answers.csv")).as(bad).isEqualTo(3);
            assertThat(terminal.complained()).contains(bad);
        }
        assertThat(predict("none.csv", "answers.csv")).isEqualTo(2);
        assertThat(predict("rides.hansom", "answers.csv")).isEqualTo(2);
        assertThat(predict("empty.csv", "answers.txt")).isEqualTo(2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(4);
        }
    }

    @Test
    void whatIsNoModelIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a\n1\n");
        Files.writeString(folder.resolve("model.pkl"), "cos\nsystem\n(S'true'\ntR.");
        int code = terminal.run(
                "predict",
                "--model",
                folder.resolve("model.pkl").toString(),
                "--input",
                folder.resolve("rows.csv").toString(),
                "--output",
                folder.resolve("answers.csv").toString());
        assertThat(code).isEqualTo(ErrorCode.MODEL_UNSUPPORTED.kind().exitCode());
        assertThat(terminal.complained().lines()).hasSize(1).allMatch(line -> line.contains("model.pkl"));
    }

    @Test
    void aVersionReadsTheColumnsThatItsProjectNamesInItsStyle() throws IOException {
        Animal houses = Zoo.named("few_houses");
        List<String> lines = new ArrayList<>();
        for (String line : houses.lines()) {
            lines.add(line.replace(',', ';').replace('.', ',').replace("size;", "Size (m²);"));
        }
        String project = houses.project()
                .replace("size: double", "size: {type: double, column: Size (m²)}")
                .replace("files: table.csv", "files: table.csv, csv: {decimal: comma}");
        String file = new Animal("houses", lines, project, Set.of())
                .write(folder.resolve("houses"))
                .toString();
        assertThat(terminal.run("design", "--project", file))
                .as(terminal.complained())
                .isZero();
        // The sign of these few numbers could not be told without the project.
        Files.writeString(folder.resolve("new.csv"), "kind;Size (m²);rooms;age\nflat;100,500;3;20\nvilla;;3;20\n");
        for (String which : List.of("champion", "rule", "1")) {
            Path answers = folder.resolve(which + ".csv");
            assertThat(terminal.run(
                            "predict",
                            "--project",
                            file,
                            "--model",
                            which,
                            "--input",
                            folder.resolve("new.csv").toString(),
                            "--output",
                            answers.toString()))
                    .as(terminal.complained())
                    .isZero();
            List<String> said = Files.readAllLines(answers);
            assertThat(said).hasSize(3).last().isEqualTo("\"\"");
            assertThat(Double.parseDouble(said.get(1))).isBetween(150.0, 500.0);
        }
        assertThat(terminal.said()).contains("houses version 1: 2 rows");
        assertThat(terminal.run(
                        "predict",
                        "--project",
                        file,
                        "--model",
                        "challenger",
                        "--input",
                        folder.resolve("new.csv").toString(),
                        "--output",
                        folder.resolve("none.csv").toString()))
                .isNotZero();
        assertThat(terminal.complained()).contains("no version has this alias", "challenger");
    }

    private int predict(String input, String output, String... more) {
        Stream<String> arguments = Stream.of(
                "predict",
                "--model",
                folder.resolve("rides.hansom").toString(),
                "--input",
                folder.resolve(input).toString(),
                "--output",
                folder.resolve(output).toString());
        return terminal.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }
}
