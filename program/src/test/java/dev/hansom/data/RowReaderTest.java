package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
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
    void rowsComeInTheOrderOfTheFileWithTheirNumbers() throws Exception {
        for (String end : List.of("parquet", "csv", "jsonl")) {
            Path file = folder.resolve("numbers." + end);
            engine.execute("COPY (SELECT range AS n FROM range(300000)) TO " + Sql.text(file.toString())
                    + (end.equals("jsonl") ? " (FORMAT json)" : ""));
            FileShape shape = new RowReader(engine).look(new DataFile(file));
            long[] wrong = {0};
            Reading reading = new RowReader(engine)
                    .read(shape, List.of(new Wanted("n", "n", Type.INT64)), ZoneOffset.UTC, Progress.NONE, chunk -> {
                        for (int row = 0; row < chunk.rows().size(); row++) {
                            wrong[0] += chunk.rows().integer(0, row) == chunk.first() + row ? 0 : 1;
                        }
                    });
            assertThat(reading.rows()).as(end).isEqualTo(300_000);
            assertThat(wrong[0]).as(end).isZero();
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        Path file = folder.resolve("growing.csv");
        Files.writeString(file, "n\n1\n2\n");
        FileShape shape = new RowReader(engine).look(new DataFile(file));
        Files.writeString(file, "3\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> rows(shape))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo(ErrorCode.FILE_CHANGED))
                .hasMessageContaining("changed while it was read");
    }

    private List<Long> rows(FileShape shape) {
        List<Long> rows = new ArrayList<>();
        new RowReader(engine)
                .read(shape, List.of(new Wanted("n", "n", Type.INT64)), ZoneOffset.UTC, Progress.NONE, chunk -> {
                    for (int row = 0; row < chunk.rows().size(); row++) {
                        rows.add(chunk.rows().integer(0, row));
                    }
                });
        return rows;
    }

    @Test
    void everyFormatIsCounted() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "n,text\n1,a\n2,\"b\nb\"\n3,c\n");
        Files.writeString(folder.resolve("a.jsonl"), "{\"n\": 1}\n{\"n\": 2}\n{}\n");
        new ParquetWriter(engine).write(folder.resolve("a.parquet"), Trips.hourly("2025-01-01T00:00:00", 3));
        RowReader reader = new RowReader(engine);
        for (String name : List.of("a.csv", "a.jsonl", "a.parquet")) {
            assertThat(reader.count(reader.look(new DataFile(folder.resolve(name)))))
                    .as(name)
                    .isEqualTo(3);
        }
    }
}
