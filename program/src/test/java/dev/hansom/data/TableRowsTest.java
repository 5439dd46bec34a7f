package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRowsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Columns rows = new Columns(
                new Schema(List.of(
                        new Schema.Column("id", Type.INT64),
                        new Schema.Column("name", Type.STRING),
                        new Schema.Column("lat", Type.DOUBLE))),
                4);
        for (int i = 1; i <= 3; i++) {
            int row = rows.append();
            rows.set(0, row, i);
            rows.set(1, row, i == 2 ? null : "place, " + i);
            rows.set(2, row, i == 3 ? Double.NaN : 40.75 + i / 3.0);
        }
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            for (String name : List.of("zones.parquet", "zones.csv")) {
                try (RowWriter writer = RowWriter.open(engine, folder.resolve(name), rows.schema())) {
                    writer.write(rows);
                    writer.finish();
                }
            }
        }
        Files.writeString(
                folder.resolve("zones.jsonl"),
                "{\"id\": 1, \"name\": \"place, 1\", \"lat\": 41.083333333333336}\n"
                        + "{\"id\": 2, \"lat\": 41.416666666666664, \"name\": null, \"more\": [1]}\n"
                        + "{\"id\": 3, \"name\": \"place, 3\"}\n");
    }

    @Test
    void aTableIsTheSameFromEveryFormat() throws IOException {
        List<Table> csv = project("zones.csv").tables();
        assertThat(csv.getFirst().values()).containsEntry(1L, "place, 1").hasSize(2);
        assertThat(csv.getLast().values()).containsEntry(1L, 40.75 + 1 / 3.0).hasSize(2);
        for (String name : List.of("zones.parquet", "zones.jsonl")) {
            List<Table> other = project(name).tables();
            assertThat(other.getFirst().values())
                    .as(name)
                    .isEqualTo(csv.getFirst().values());
            assertThat(other.getLast().values())
                    .as(name)
                    .isEqualTo(csv.getLast().values());
        }
    }

    @Test
    void theHashOfAProjectTellsOfItsParquetFile() throws IOException {
        String before = project("zones.parquet").hash();
        byte[] bytes = Files.readAllBytes(folder.resolve("zones.parquet"));
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")));
                RowWriter writer = RowWriter.open(
                        engine,
                        folder.resolve("zones.parquet"),
                        new Schema(List.of(
                                new Schema.Column("id", Type.INT64),
                                new Schema.Column("name", Type.STRING),
                                new Schema.Column("lat", Type.DOUBLE))))) {
            writer.finish();
        }
        assertThat(project("zones.parquet").hash()).isNotEqualTo(before);
        Files.write(folder.resolve("zones.parquet"), bytes);
        assertThat(project("zones.parquet").hash()).isEqualTo(before);
    }

    @Test
    void whatCannotBeATableIsRefused() throws IOException {
        Files.write(folder.resolve("bad.parquet"), new byte[100]);
        assertThatThrownBy(() -> project("bad.parquet")).hasMessageContaining("bad.parquet: the file is damaged");
        Path outside = Files.createDirectories(folder.resolve("elsewhere")).resolve("zones.csv");
        Files.copy(folder.resolve("zones.csv"), outside);
        Path inside = Files.createDirectories(folder.resolve("project"));
        Files.createSymbolicLink(inside.resolve("zones.csv"), outside);
        assertThatThrownBy(() -> project(inside, "zones.csv"))
                .hasMessageContaining("no link out of the project's folder");
        assertThat(project(inside, "../elsewhere/zones.csv").tables()).hasSize(2);
    }

    private Project project(String file) throws IOException {
        return project(folder, file);
    }

    private Project project(Path into, String file) throws IOException {
        Path yaml = into.resolve("hansom.yaml");
        Files.writeString(yaml, """
            name: zones
            target: {name: y, expression: z}
            time: at
            data: {files: "none.csv"}
            fields: {at: timestamp, zone: int64, z: {type: double, known: outcome}}
            rule: {expression: zone, reason: none}
            features: {zone: zone}
            tables:
              place: {file: FILE, key: id, column: name}
              lat: {file: FILE, key: id, column: lat, type: double}
            """.replace("FILE", file));
        return ProjectReader.read(yaml, new TableRows(folder.resolve("spill")));
    }
}
