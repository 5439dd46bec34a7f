package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.TinyProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeEach
    void make() {
        project = TinyProject.make(folder.resolve("rides"));
    }

    /// A ride an hour: 744 in January, 696 in February.
    @Test
    void whatReadsEndsWithTheRowsThatItReadASecond() {
        assertThat(last("check")).matches("read 1,440 rows in [0-9.]+ s, [0-9,]+ rows a second");
        assertThat(last("design"))
                .as("both months, and the first once more")
                .matches("read 2,184 rows in [0-9.]+ s, [0-9,]+ rows a second");
        assertThat(last("train")).matches("read 1,440 rows in [0-9.]+ s, [0-9,]+ rows a second");
    }

    @Test
    void figuresOfTheValidationStandWithItsOpenings() {
        assertThat(last("runs")).isNotEmpty();
        assertThat(terminal.said()).doesNotContain("openings");
        last("design");
        last("train");
        last("train");
        last("runs");
        assertThat(terminal.said()).contains("  openings of 2024-02: 3 (design 1, train 2)");
    }

    private String last(String verb) {
        assertThat(terminal.run(verb, "--project", project.file().toString()))
                .as(terminal.complained())
                .isZero();
        List<String> lines = terminal.said().lines().toList();
        return lines.getLast();
    }
}
