package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is detected of how CSV files are written is shown for every file, and may be overruled.
class FileStylesTest {
    private static final String GERMAN = "CSV: delimiter ;, quote \", windows-1252, decimal ,, header";
    private static final String ENGLISH = "CSV: delimiter ,, quote \", UTF-8, decimal ., header";

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void everyStyleIsShownWithItsFiles() throws IOException {
        write("a.csv", ';', ',', "Gr\u00f6\u00dfe", Charset.forName("windows-1252"));
        write("b.csv", ',', '.', "Gr\u00f6\u00dfe", StandardCharsets.UTF_8);
        write("c.csv", ',', '.', "Gr\u00f6\u00dfe", StandardCharsets.UTF_8);
        Path project = folder.resolve("shop/hansom.yaml");
        run("init", folder.resolve("shop").toString(), "--data", folder + "/*.csv", "--target", "price");
        assertThat(Files.readString(project))
                .contains("# - 1 file: " + GERMAN + "\n", "# - 2 files: " + ENGLISH + "\n");

        check(project);
        assertThat(terminal.said()).contains("1 file: " + GERMAN, "2 files: " + ENGLISH);
        assertThat(Files.readString(folder.resolve("shop/reports/check.html")))
                .contains(GERMAN)
                .contains(ENGLISH);
        check(project, "--json");
        for (Json json : new Json[] {
            Json.parse(terminal.said()), Json.parse(Files.readAllBytes(folder.resolve("shop/reports/check.json")))
        }) {
            assertThat(json.items("files")).containsExactly(style(GERMAN, 1), style(ENGLISH, 2));
        }

        Files.writeString(
                project, Files.readString(project).replaceFirst("(?m)^data:$", "data:\n  csv: {quote: none}"));
        check(project);
        assertThat(terminal.said()).contains("2 files: " + ENGLISH.replace("\"", "none"));
    }

    private static Json style(String text, int files) {
        return Json.object().put("written", text).put("files", files).build();
    }

    private void check(Path project, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "check";
        arguments[1] = "--project";
        arguments[2] = project.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        run(arguments);
    }

    private void run(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.complained()).isZero();
    }

    private void write(String name, char delimiter, char decimal, String text, Charset encoding) throws IOException {
        StringBuilder rows = new StringBuilder("size;kind;price\n".replace(';', delimiter));
        for (int row = 0; row < 120; row++) {
            String price =
                    "%d.%d".formatted(2 * (row % 37) + name.charAt(0), row % 7).replace('.', decimal);
            rows.append(row % 37)
                    .append(delimiter)
                    .append(row % 3 == 0 ? text : "plain")
                    .append(delimiter)
                    .append(price)
                    .append('\n');
        }
        Files.writeString(folder.resolve(name), rows, encoding);
    }
}
