package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model is made of can be read, and a version keeps the reference table that it was trained with.
class ShowTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeEach
    void train() throws IOException {
        project = TinyProject.make(folder.resolve("rides"))
                .with("lookups:", """
                        tables:
                          far: {file: far.csv, key: zone, column: minutes, type: double, otherwise: 0, source: by hand}
                        definitions:
                          hour_of_day: hour(pickup)
                        lookups:""")
                .with("rule: {expression: zone_minutes,", "rule: {expression: zone_minutes + far(zone),")
                .with("hour: hour(pickup)", "hour: hour_of_day\n  far: far(zone)\n  place: {category: zone}");
        table(0);
        assertThat(run("train")).as(terminal.complained()).isZero();
    }

    private void table(int more) throws IOException {
        Files.writeString(
                project.folder().resolve("far.csv"), "zone,minutes\n1," + (1 + more) + "\n2," + (2 + more) + "\n");
    }

    @Test
    void whatAModelIsMadeOfIsShown() {
        assertThat(run("show", "--model", "1")).as(terminal.complained()).isZero();
        assertThat(terminal.said())
                .contains("rides version 1", "bytes as a file")
                .containsPattern("trained_on +2024-01")
                .containsPattern("far +int64 +double +2 +[0-9a-f]{12} +by hand")
                .containsPattern("hour_of_day +hour\\(pickup\\)")
                .containsPattern("zone_minutes +mean");
        assertThat(run("show", "--model", "1", "--table", "far")).isZero();
        assertThat(terminal.said())
                .contains("far: from int64 to double, else 0.0; by hand")
                .containsPattern("1 +1\\.0\n +2 +2\\.0");
        assertThat(run("show", "--model", "1", "--lookup", "usual", "--most", "2"))
                .isZero();
        assertThat(terminal.said()).contains("zone_minutes: mean", "and 3 more; see --most");
        assertThat(run("show", "--model", "1", "--lookup", "place")).isZero();
        assertThat(terminal.said()).contains("place_code");
        assertThat(run("show", "--model", "1", "--lookup", "never")).isEqualTo(2);
        assertThat(terminal.complained()).contains("no such lookup", "zone_minutes");
        assertThat(run("show", "--model", "1", "--table", "never")).isEqualTo(2);
        assertThat(terminal.complained()).contains("no such table", "far");
    }

    @Test
    void aVersionKeepsTheTableThatItWasTrainedWith() throws IOException {
        Files.writeString(
                folder.resolve("rows.csv"), "pickup,zone,miles\n2024-05-01 08:00:00,1,1\n2024-05-01 08:00:00,2,1\n");
        List<String> before = predict("1", "before.csv");
        assertThat(run("show", "--model", "1")).isZero();
        String hash = hash();
        table(10);
        assertThat(run("train")).as(terminal.complained()).isZero();
        assertThat(predict("1", "after.csv")).isEqualTo(before);
        assertThat(run("show", "--model", "1")).isZero();
        assertThat(hash()).isEqualTo(hash);
        assertThat(run("show", "--model", "2")).isZero();
        assertThat(hash()).isNotEqualTo(hash);
    }

    private String hash() {
        return terminal.said().replaceAll("(?s).*far +int64 +double +2 +([0-9a-f]{12}).*", "$1");
    }

    private List<String> predict(String version, String output) throws IOException {
        Path answers = folder.resolve(output);
        String rows = folder.resolve("rows.csv").toString();
        assertThat(run("predict", "--model", version, "--input", rows, "--output", answers.toString()))
                .as(terminal.complained())
                .isZero();
        return Files.readAllLines(answers);
    }

    private int run(String verb, String... more) {
        List<String> all =
                new ArrayList<>(List.of(verb, "--project", project.file().toString()));
        all.addAll(List.of(more));
        return terminal.run(all.toArray(String[]::new));
    }
}
