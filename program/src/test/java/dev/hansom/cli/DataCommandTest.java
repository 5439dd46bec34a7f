package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.TinyProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void whatARunReadIsListedAndHasACard() {
        TinyProject project = TinyProject.make(folder.resolve("rides"));
        String file = project.file().toString();
        assertThat(terminal.run("train", "--project", file)).isZero();
        assertThat(terminal.run("data", "--project", file)).isZero();
        assertThat(terminal.said()).contains("training").contains("validation").contains("fingerprint");
        String fingerprint = terminal.said().replaceAll("(?s).*training +([0-9a-f]{12}).*", "$1");
        assertThat(terminal.run("data", fingerprint, "--project", file)).isZero();
        assertThat(terminal.said())
                .contains("licence")
                .containsPattern("rows +\\d+ read, \\d+ kept")
                .contains(".parquet")
                .contains("timestamp");
        assertThat(terminal.run("data", "never", "--project", file)).isEqualTo(2);
        assertThat(terminal.complained()).contains("no such data set");
    }
}
