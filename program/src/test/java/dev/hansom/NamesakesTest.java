package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two project files of one name in one home.
class NamesakesTest {
    @TempDir
    Path folder;

    @Test
    void aSecondFileOfTheSameNameIsWarnedOfAndAFileThatMovedIsNot() throws IOException {
        TinyProject first = TinyProject.make(folder.resolve("first"));
        TinyProject second = first.copy(folder.resolve("second"));
        assertThat(design(first)).isEmpty();
        assertThat(design(first)).as("the same file again").isEmpty();
        assertThat(design(second))
                .singleElement()
                .asString()
                .contains("rides", first.file().toString(), "another name, or another --home");
        second.with("name: rides", "name: other");
        assertThat(design(second)).as("another name").isEmpty();
        TinyProject third = first.copy(folder.resolve("third"));
        Files.delete(first.file());
        Files.delete(second.file());
        assertThat(design(third)).as("the file has moved").isEmpty();
    }

    private List<String> design(TinyProject project) {
        Terminal terminal = new Terminal();
        try (Logged logged = new Logged()) {
            int code = terminal.run(
                    "design",
                    "--project",
                    project.file().toString(),
                    "--home",
                    folder.resolve("home").toString());
            assertThat(code).as(terminal.complained()).isZero();
            return logged.warnings();
        }
    }
}
