package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts of a large file come out as they went in, whether the first rows had them or not.
class LevelsTest {
    private static final int ROWS = 200_000;
    private static final List<String> USUAL =
            List.of("N", "Y", "", "it's", "a \"b\"", "Größe", "two\nlines", "N ", "\\", "{}");

    @TempDir
    Path folder;

    @Test
    void textsComeOutAsTheyWentIn() {
        Schema schema = new Schema(List.of(
                new Schema.Column("few", Type.STRING),
                new Schema.Column("number", Type.DOUBLE),
                new Schema.Column("many", Type.STRING),
                new Schema.Column("empty", Type.STRING),
                new Schema.Column("late", Type.STRING)));
        Columns rows = new Columns(schema, ROWS);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            int row = rows.append();
            String usual = USUAL.get(random.nextInt(USUAL.size()));
            rows.set(
                    0, row, random.nextInt(10) == 0 ? null : i > 50_000 && random.nextInt(5) == 0 ? "new " + i : usual);
            rows.set(1, row, random.nextDouble());
            rows.set(2, row, "text number " + random.nextInt(100_000));
            rows.set(4, row, i < 60_000 ? "early" : i % 2 == 0 ? "nul\0in it" : "x".repeat(100));
        }
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            Path parquet = folder.resolve("rows.parquet");
            new ParquetWriter(engine).write(parquet, rows);
            assertThat(parquet.toFile().length()).isGreaterThan(2L << 20);
            same(read(engine, parquet, schema), rows, true);
            Path csv = folder.resolve("rows.csv");
            Columns plain = rows.select(IntStream.range(0, 60_000).toArray());
            try (RowWriter writer = RowWriter.open(engine, csv, schema)) {
                writer.write(plain);
                writer.finish();
            }
            same(read(engine, csv, schema), plain, false);
        }
    }

    private static void same(Columns read, Columns written, boolean tellsEmpty) {
        assertThat(read.size()).isEqualTo(written.size());
        for (int column : List.of(0, 2, 3, 4)) {
            for (int row = 0; row < read.size(); row++) {
                String text = written.text(column, row);
                String expected = "".equals(text) && !tellsEmpty ? null : text;
                if (!Objects.equals(read.text(column, row), expected)) {
                    assertThat(read.text(column, row)).as(column + " " + row).isEqualTo(expected);
                }
            }
        }
    }

    private static Columns read(Engine engine, Path file, Schema schema) {
        List<Wanted> wanted = schema.columns().stream()
                .map(column -> new Wanted(column.name(), column.name(), column.type()))
                .toList();
        Columns rows = new Columns(schema, 16);
        RowReader reader = new RowReader(engine);
        reader.append(reader.look(new DataFile(file)), wanted, ZoneOffset.UTC, Progress.NONE, rows);
        return rows;
    }
}
