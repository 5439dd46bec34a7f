package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import dev.hansom.data.Engine;
import dev.hansom.data.RowWriter;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that are long or wide, from `init` to a trained model, in processes with the memory that the launcher gives.
/// How long each verb takes is printed and not judged.
@Tag("slow")
class LargeTablesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long SECOND = 1_000_000;
    private static final long START = 1_672_531_200 * SECOND;
    private static final int CHUNK = 50_000;

    @TempDir
    Path folder;

    /// Fills one row.
    private interface Filling {
        void fill(Columns rows, int row, int number, SplittableRandom random);
    }

    @Test
    void aMillionRowsInTimeGetAVerdictAndAModel() throws Exception {
        write(sales(), 1_000_000, LargeTablesTest::sale);
        init("amount");
        assertThat(run("design", "-Xmx1g").said())
                .contains("verdict: ML", "to save work on a large table", "decide.effort: full");
        double whole = mae(run("train", "-Xmx1g").said());
        sample("sample: 0.2");
        double part = mae(run("train", "-Xmx1g").said());
        System.out.printf(
                "mean absolute error of the model from all rows %.4f, from a fifth of them %.4f%n", whole, part);
        assertThat(part).isBetween(0.95 * whole, 1.05 * whole);
    }

    /// What `train` says of the model on the validation part.
    private static double mae(String said) {
        Matcher row = Pattern.compile("(?m)^ *model +\\S+ +([0-9.]+) ").matcher(said);
        assertThat(row.find()).as(said).isTrue();
        return Double.parseDouble(row.group(1));
    }

    private void sample(String key) throws IOException {
        Path file = folder.resolve("project/hansom.yaml");
        Files.writeString(file, Files.readString(file).replace("\ndata:\n", "\ndata:\n  " + key + "\n"));
    }

    @Test
    void aThousandColumnsGetAVerdictAndAModel() throws Exception {
        write(wide(), 5_000, LargeTablesTest::wideRow);
        init("y");
        assertThat(run("design", "-Xmx1g").said()).contains("verdict: ML", "6 folds in place of 10");
        assertThat(run("train", "-Xmx1g").said()).contains("model");
    }

    @Test
    void whatDoesNotFitIntoTheMemoryIsSaidBeforeItIsFullAndTheShareThatIsNamedFits() throws Exception {
        write(sales(), 1_000_000, LargeTablesTest::sale);
        init("amount");
        String complained = "";
        for (String verb : List.of("design", "train")) {
            OwnProcess small = start(verb, "-Xmx128m");
            assertThat(small.code(PATIENCE))
                    .isEqualTo(ErrorCode.DATA_TOO_LARGE.kind().exitCode());
            assertThat(small.complained())
                    .contains("1,000,000 rows of 11 columns", "MiB", "HANSOM_JAVA_OPTIONS=-Xmx")
                    .doesNotContain("\tat ", "OutOfMemoryError");
            complained = small.complained();
        }
        sample(complained.replaceFirst("(?s).*data\\.(sample: \\S+) .*", "$1"));
        assertThat(run("design", "-Xmx128m").said()).contains("verdict: ML", "(data.sample)");
        assertThat(run("train", "-Xmx128m").said()).containsPattern("trained on .*\\(\\d{2},\\d{3} rows\\)");
    }

    private static Schema sales() {
        return schema(
                "sold_at timestamp",
                "store string",
                "product int64",
                "price double",
                "discount double",
                "channel string",
                "weight double",
                "stock int64",
                "temperature double",
                "amount double");
    }

    /// A sale every quarter of a minute, for half a year; what is sold follows from store, product, price and hour.
    private static void sale(Columns rows, int row, int number, SplittableRandom random) {
        long at = START + number * 15L * SECOND;
        int store = random.nextInt(200);
        int product = random.nextInt(500);
        double price = Math.round(100 * Math.exp(2 + 0.6 * random.nextGaussian())) / 100.0;
        double discount = random.nextInt(50) / 100.0;
        rows.set(0, row, at);
        rows.set(1, row, "store " + store);
        rows.set(2, row, (long) product);
        rows.set(3, row, price);
        rows.set(4, row, discount);
        rows.set(5, row, random.nextInt(3) == 0 ? "web" : "shop");
        rows.set(6, row, random.nextInt(20) == 0 ? Double.NaN : random.nextDouble());
        rows.set(7, row, (long) random.nextInt(500));
        rows.set(8, row, 10 + 8 * random.nextGaussian());
        double hour = (at / SECOND / 3600) % 24;
        rows.set(
                9,
                row,
                20
                        + store % 7
                        - price / 5
                        + 12 * discount * (product % 3)
                        + Math.sin(hour / 4)
                        + random.nextGaussian());
    }

    private static Schema wide() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            columns.add("c" + i + " double");
        }
        columns.add("y double");
        return schema(columns.toArray(String[]::new));
    }

    private static void wideRow(Columns rows, int row, int number, SplittableRandom random) {
        for (int i = 0; i < 1_000; i++) {
            rows.set(i, row, random.nextGaussian());
        }
        double y = 2 * rows.number(0, row) + rows.number(1, row) * rows.number(2, row);
        for (int i = 10; i < 30; i++) {
            y += 0.3 * rows.number(i, row);
        }
        rows.set(1_000, row, y + random.nextGaussian());
    }

    private static Schema schema(String... columns) {
        return new Schema(List.of(columns).stream()
                .map(column -> column.split(" "))
                .map(words -> new Schema.Column(words[0], type(words[1])))
                .toList());
    }

    private static Type type(String word) {
        return Stream.of(Type.values())
                .filter(type -> type.text().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private void write(Schema schema, int count, Filling filling) {
        Columns rows = new Columns(schema, CHUNK);
        SplittableRandom random = new SplittableRandom(1);
        try (Engine engine = Engine.open(new Engine.Settings(folder.resolve("spill"), 200_000_000, 2));
                RowWriter writer = RowWriter.open(engine, folder.resolve("table.parquet"), schema)) {
            for (int number = 0; number < count; number++) {
                filling.fill(rows, rows.append(), number, random);
                if (rows.size() == CHUNK || number == count - 1) {
                    writer.write(rows);
                    rows.clear();
                }
            }
            writer.finish();
        }
    }

    private void init(String target) throws Exception {
        OwnProcess init = OwnProcess.start(
                folder,
                Map.of(),
                List.of("-Xmx1g"),
                "init",
                folder.resolve("project").toString(),
                "--data",
                folder.resolve("table.parquet").toString(),
                "--target",
                target);
        assertThat(init.code(PATIENCE)).as(init.complained()).isZero();
    }

    private OwnProcess run(String verb, String memory) throws Exception {
        long began = System.nanoTime();
        OwnProcess process = start(verb, memory);
        assertThat(process.code(PATIENCE)).as(process.complained()).isZero();
        assertThat(process.complained()).doesNotContain("\tat ");
        System.out.printf("%s: %.0f s%n", verb, (System.nanoTime() - began) / 1e9);
        return process;
    }

    private OwnProcess start(String verb, String memory) {
        String file = folder.resolve("project/hansom.yaml").toString();
        List<String> options = List.of(memory, "-XX:TieredStopAtLevel=4");
        return OwnProcess.start(folder, Map.of("OMP_WAIT_POLICY", "passive"), options, verb, "--project", file);
    }
}
