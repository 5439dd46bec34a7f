package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fingerprints of random tables: the same however the rows are stored and ordered, another for any other rows.
class FingerprintTest {
    /// No empty text: CSV does not tell it from a missing one.
    private static final List<String> TEXTS =
            List.of("a", "a,b", "x\ny", "she said \"no\"", "Größe", " spaced ", "0x", "NaN");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theWayOfStoringMakesNoDifferenceAndEveryOtherRowDoes(long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        Columns rows = table(random);
        int width = rows.schema().size();
        Fingerprint expected = Fingerprint.of(rows, width);
        assertThat(rowByRow(rows)).as("row by row").isEqualTo(expected);
        assertThat(Fingerprint.of(shuffled(rows, random), width)).as("shuffled").isEqualTo(expected);
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            for (Path file : stored(engine, rows)) {
                assertThat(read(engine, file, rows.schema()))
                        .as(file.toString())
                        .isEqualTo(expected);
            }
        }
        int row = random.nextInt(rows.size());
        Columns changed = shuffled(rows, random);
        changed.set(0, row, changed.isNull(0, row) ? 0.5 : -changed.number(0, row) - 1);
        assertThat(Fingerprint.of(changed, width)).as("changed").isNotEqualTo(expected);
        Columns repeated = shuffled(rows, random);
        repeated.appendFrom(rows, row);
        assertThat(Fingerprint.of(repeated, width)).as("repeated").isNotEqualTo(expected);
        int[] less = IntStream.range(1, rows.size()).toArray();
        assertThat(Fingerprint.of(rows.select(less), width)).as("lost").isNotEqualTo(expected);
    }

    /// Up to 5,000 rows of columns of every type in random order; the first holds numbers.
    private static Columns table(SplittableRandom random) {
        List<Schema.Column> columns = new ArrayList<>(List.of(new Schema.Column("c0", Type.DOUBLE)));
        int width = 2 + random.nextInt(8);
        for (int i = 1; i < width; i++) {
            columns.add(new Schema.Column("c" + i, Type.values()[random.nextInt(Type.values().length)]));
        }
        Columns rows = new Columns(new Schema(columns), 16);
        int count = 1 + random.nextInt(5_000);
        for (int i = 0; i < count; i++) {
            int row = rows.append();
            for (int column = 0; column < width; column++) {
                if (random.nextInt(9) > 0) {
                    set(rows, column, row, random);
                }
            }
        }
        return rows;
    }

    private static void set(Columns rows, int column, int row, SplittableRandom random) {
        switch (rows.schema().type(column)) {
            case DOUBLE ->
                rows.set(
                        column,
                        row,
                        switch (random.nextInt(6)) {
                            case 0 -> -0.0;
                            case 1 -> random.nextInt(100);
                            case 2 -> random.nextDouble(-1e300, 1e300);
                            case 3 -> Double.MIN_VALUE;
                            default -> random.nextDouble();
                        });
            case STRING -> rows.set(column, row, TEXTS.get(random.nextInt(TEXTS.size())));
            case INT64 -> rows.set(column, row, random.nextBoolean() ? random.nextInt(50) : random.nextLong(1L << 62));
            case TIMESTAMP -> rows.set(column, row, random.nextLong(-9_000_000_000_000_000L, 9_000_000_000_000_000L));
            case DATE -> rows.set(column, row, random.nextLong(-100_000, 100_000));
            case BOOLEAN -> rows.set(column, row, random.nextLong(2));
        }
    }

    private static Fingerprint rowByRow(Columns rows) {
        int width = rows.schema().size();
        Fingerprint sum = Fingerprint.NONE;
        for (int row = 0; row < rows.size(); row++) {
            sum = sum.plus(new Fingerprint(RowHash.high(rows, width, row), RowHash.low(rows, width, row), 1));
        }
        return sum;
    }

    private static Columns shuffled(Columns rows, SplittableRandom random) {
        int[] order = IntStream.range(0, rows.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return rows.select(order);
    }

    /// The rows in files of other layouts, compressions, types and formats.
    private List<Path> stored(Engine engine, Columns rows) throws SQLException {
        List<Path> files = new ArrayList<>();
        Path plain = folder.resolve("plain.parquet");
        new ParquetWriter(engine).write(plain, rows);
        files.add(plain);
        String from = "SELECT * FROM read_parquet(" + Sql.text(plain.toString()) + ")";
        for (String how : List.of(
                "ROW_GROUP_SIZE 2048, COMPRESSION zstd",
                "COMPRESSION gzip",
                "COMPRESSION uncompressed, PARQUET_VERSION v2")) {
            Path file = folder.resolve("other" + files.size() + ".parquet");
            engine.execute("COPY (" + from + " ORDER BY hash(c0), c1) TO " + Sql.text(file.toString())
                    + " (FORMAT parquet, " + how + ")");
            files.add(file);
        }
        Path json = folder.resolve("rows.jsonl");
        engine.execute("COPY (" + from + ") TO " + Sql.text(json.toString()) + " (FORMAT json)");
        files.add(json);
        Path csv = folder.resolve("rows.csv");
        try (RowWriter writer = RowWriter.open(engine, csv, rows.schema())) {
            writer.write(rows);
            writer.finish();
        }
        files.add(csv);
        return files;
    }

    private static Fingerprint read(Engine engine, Path file, Schema schema) {
        RowReader reader = new RowReader(engine);
        List<Wanted> wanted = schema.columns().stream()
                .map(column -> new Wanted(column.name(), column.name(), column.type()))
                .toList();
        Fingerprint[] sum = {Fingerprint.NONE};
        reader.read(
                reader.look(new DataFile(file)),
                wanted,
                ZoneOffset.UTC,
                Progress.NONE,
                chunk -> sum[0] = sum[0].plus(Fingerprint.of(chunk.rows(), schema.size())));
        return sum[0];
    }
}
