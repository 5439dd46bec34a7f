package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReadsBackAndNothingElseIsLeft() throws IOException {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 5_000);
        rows.setNull(2, 17);
        rows.setNull(3, 18);
        rows.setNull(1, 19);
        Path file = folder.resolve("made/by/it/trips.parquet");
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            new ParquetWriter(engine).write(file, rows);
            new ParquetWriter(engine).write(file, rows);
            Columns back = read(engine, file);
            assertThat(RowHash.sum(back, 5, 0)).isEqualTo(RowHash.sum(rows, 5, 0));
            assertThat(back.isNull(2, 17)).isTrue();
        }
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void sameRowsSameBytes() throws IOException {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 3_000);
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            new ParquetWriter(engine).write(folder.resolve("a.parquet"), rows);
            new ParquetWriter(engine).write(folder.resolve("b.parquet"), rows);
        }
        assertThat(Files.mismatch(folder.resolve("a.parquet"), folder.resolve("b.parquet")))
                .isEqualTo(-1);
    }

    @Test
    void theFingerprintIgnoresOrderRowGroupsAndCompressionButNoChange() {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 5_000);
        int[] backwards = new int[rows.size()];
        Arrays.setAll(backwards, i -> rows.size() - 1 - i);
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            ParquetWriter writer = new ParquetWriter(engine);
            writer.write(folder.resolve("a.parquet"), rows);
            writer.write(
                    folder.resolve("b.parquet"),
                    rows.select(backwards),
                    new ParquetWriter.Layout(ParquetWriter.Compression.GZIP, 2_048, Set.of("zone")));
            Fingerprint plain = RowHash.sum(read(engine, folder.resolve("a.parquet")), 5, 0);
            assertThat(RowHash.sum(read(engine, folder.resolve("b.parquet")), 5, 0))
                    .isEqualTo(plain);

            rows.set(4, 3_000, rows.number(4, 3_000) + 1e-9);
            writer.write(folder.resolve("c.parquet"), rows);
            Fingerprint changed = RowHash.sum(read(engine, folder.resolve("c.parquet")), 5, 0);
            assertThat(changed).isNotEqualTo(plain);
            assertThat(changed.text(rows.schema())).hasSize(32).isNotEqualTo(plain.text(rows.schema()));
        }
    }

    private Columns read(Engine engine, Path file) {
        Project project = Trips.project(folder, "x.parquet");
        Columns back = new Columns(project.labelledSchema(), 1);
        new FileReader(engine, project).read(FileShape.of(engine, new DataFile(file)), back, Progress.NONE);
        return back;
    }
}
