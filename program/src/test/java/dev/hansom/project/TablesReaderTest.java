package dev.hansom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.expression.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesReaderTest {
    private static final String HEAD = """
            name: zones
            target: {name: y, expression: z}
            time: at
            data: {files: "none.csv"}
            fields: {at: timestamp, zone: int64, code: string, z: {type: double, known: outcome}}
            rule: {expression: zone, reason: none}
            features: {zone: zone}
            tables:
            """;

    @TempDir
    Path folder;

    @Test
    void aTableOfNumbersAnswersNumbers() throws IOException {
        Project project =
                read("  height: {numbers: {1: 40.8, 2: -7}}\n  rank: {keys: string, otherwise: 9, numbers: {a: 1}}\n");
        assertThat(number(project, "height(1) + height(2)")).isEqualTo(33.8);
        assertThat(number(project, "height(3)")).isNaN();
        assertThat(number(project, "rank('a') + rank('b')")).isEqualTo(10);
    }

    @Test
    void aTableIsReadFromAFileWithQuotesAByteOrderMarkAndSemicolons() throws IOException {
        Files.writeString(
                folder.resolve("zones.csv"),
                "\ufeffid;\"the name\";lat\r\n1;\"a;\"\"b\"\"\nc\";1.5\r\n\r\n2;;2\r\n3;x;\r\n");
        Project project = read("""
                  zone_name: {file: zones.csv, key: id, column: the name, otherwise: none}
                  lat: {file: zones.csv, key: id, column: lat, type: double}
                """.indent(2));
        Table names = project.tables().getFirst();
        assertThat(names.values())
                .containsEntry(1L, "a;\"b\"\nc")
                .containsEntry(3L, "x")
                .hasSize(2);
        assertThat(number(project, "lat(1) + lat(2)")).isEqualTo(3.5);
        assertThat(number(project, "lat(3)")).isNaN();
        String before = project.hash();
        Files.writeString(folder.resolve("zones.csv"), "id;the name;lat\n1;a;7\n");
        assertThat(ProjectReader.read(folder.resolve("hansom.yaml")).hash())
                .as("the hash tells of the table's file, too")
                .isNotEqualTo(before);
    }

    @Test
    void whatIsWrongWithAFileIsSaidWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("zones.csv"), "id,name\n1,a\n1,b\nx,c\n");
        assertThatThrownBy(() -> read("  t: {file: zones.csv, key: id, column: nane}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did you mean name?");
        assertThatThrownBy(() -> read("  t: {file: zones.csv, key: id, column: name}\n"))
                .hasMessageContaining("key 1 is there twice")
                .hasMessageContaining("whole numbers as keys");
        assertThatThrownBy(() -> read("  t: {file: zones.csv, key: name, keys: string, column: id, type: double}\n"))
                .hasMessageContaining("numbers in the column");
        assertThatThrownBy(() -> read("  t: {file: none.csv, key: id, column: name}\n"))
                .hasMessageContaining("a file that is there");
        assertThatThrownBy(() -> read("  t: {values: {a: 1}, numbers: {1: 1}}\n"))
                .hasMessageContaining("content");
    }

    private Project read(String tables) throws IOException {
        return ProjectReader.read(Files.writeString(folder.resolve("hansom.yaml"), HEAD + tables));
    }

    private static double number(Project project, String text) {
        Scope scope = Scope.of(project.schema());
        for (Table table : project.tables()) {
            scope = scope.with(table);
        }
        Columns rows = new Columns(project.schema(), 1);
        rows.append();
        return Expression.compile(text, scope).number(rows, 0);
    }
}
