package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    Path folder;

    private static final List<LineReader.LineField> FIELDS = List.of(
            LineReader.LineField.of("id", Type.STRING),
            LineReader.LineField.of("at", Type.TIMESTAMP),
            new LineReader.LineField("zone", Type.INT64, List.of("fields", "pickup zone")),
            new LineReader.LineField("miles", Type.DOUBLE, List.of("fields", "miles")),
            new LineReader.LineField("night", Type.BOOLEAN, List.of("fields", "night")));

    @Test
    void membersOfEveryTypeBecomeColumns() throws IOException {
        Path file = file("a.ndjson", """
                {"id":"p1","at":1735700400000000,"fields":{"pickup zone":74,"miles":1.5,"night":true}}
                {"id":"p2","at":"2025-01-01T03:00:00","fields":{"pickup zone":null,"miles":2,"night":0}}
                {"id":"p\\"3\\u00e9","at":null,"fields":{}}
                """);
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            LineReader.Lines lines = new LineReader(engine).read(List.of(file), FIELDS);
            Columns rows = lines.rows();
            assertThat(lines.broken()).isZero();
            assertThat(rows.size()).isEqualTo(3);
            assertThat(rows.text(0, 2)).isEqualTo("p\"3é");
            assertThat(rows.integer(1, 0)).isEqualTo(Trips.at("2025-01-01T03:00:00"));
            assertThat(rows.integer(1, 1)).isEqualTo(Trips.at("2025-01-01T03:00:00"));
            assertThat(rows.isNull(1, 2)).isTrue();
            assertThat(rows.integer(2, 0)).isEqualTo(74);
            assertThat(rows.isNull(2, 1)).isTrue();
            assertThat(rows.number(3, 1)).isEqualTo(2);
            assertThat(rows.integer(4, 0)).isEqualTo(1);
            assertThat(rows.integer(4, 1)).isZero();
        }
    }

    @Test
    void aTornLastLineIsPassedOverAndCounted() throws IOException {
        Path whole = file("a.ndjson", "{\"id\":\"p1\"}\n5\n\n");
        Path torn = file("b.ndjson", "{\"id\":\"p2\"}\n{\"id\":\"p3\",\"at\":17357");
        Path empty = file("c.ndjson", "");
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            LineReader.Lines lines = new LineReader(engine).read(List.of(whole, torn, empty), FIELDS);
            assertThat(lines.rows().size()).isEqualTo(2);
            assertThat(lines.rows().text(0, 1)).isEqualTo("p2");
            assertThat(lines.broken()).isEqualTo(2);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
