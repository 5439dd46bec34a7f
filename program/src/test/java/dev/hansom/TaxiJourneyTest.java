package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The taxi problem on a small simulated city, by the commands that a person would type. Read this first.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaxiJourneyTest {
    @TempDir
    static Path folder;

    private static Terminal terminal;
    private static String project;

    @BeforeAll
    static void init() {
        terminal = new Terminal();
        project = folder.resolve("taxi/hansom.yaml").toString();
        assertThat(terminal.run("init", folder.resolve("taxi").toString(), "--world", "ml", "--rows", "2500"))
                .isZero();
    }

    @AfterAll
    static void stop() {
        terminal.run("serve", "--project", project, "--stop");
    }

    @Test
    @Order(1)
    void design() throws IOException {
        assertThat(terminal.run("check", "--project", project)).isZero();
        assertThat(terminal.said()).contains("2025-03", "live (unread until replay)", "the project and its data fit");

        assertThat(terminal.run("design", "--project", project)).isZero();
        assertThat(terminal.said()).contains("verdict: ", "rule: version 1, champion (there was none)");
        Json report = report("design.json");
        assertThat(report.text()).contains("verdict");
    }

    @Test
    @Order(2)
    void train() throws IOException {
        assertThat(terminal.run("train", "--project", project)).isZero();
        assertThat(terminal.said())
                .contains(
                        "model: version 2, trained on 2025-01",
                        "openings of the validation part: 2 (design 1, train 1)");
        assertThat(report("train.json").text()).contains("2025-02");

        assertThat(terminal.run("runs", "--project", project)).isZero();
        assertThat(terminal.said()).contains("design", "train", "champion, rule");
    }

    @Test
    @Order(3)
    void operate() throws IOException {
        int gate = terminal.run("promote", "--project", project);
        assertThat(gate).isIn(0, 4);
        assertThat(terminal.said()).contains("does the scorer answer like the trainer?", "all 1000 golden rows alike");

        assertThat(terminal.run("serve", "--project", project, "--background", "--port", "0"))
                .isZero();
        assertThat(terminal.run("replay", "--project", project)).isZero();
        assertThat(terminal.said()).containsPattern("refused +0").containsPattern("dropped from the log +0");

        assertThat(terminal.run("monitor", "--project", project)).isZero();
        assertThat(terminal.said()).contains("health: ", "openings of the live part: 1 (monitor 1)");
        assertThat(report("monitor.json").text()).contains("2025-03");

        assertThat(terminal.run("monitor", "--project", project)).isZero();
        assertThat(terminal.said()).contains("openings of the live part: 2 (monitor 2)");
        assertThat(report("monitor.json").member("openings").member("live").asWhole("monitor"))
                .isEqualTo(2);
        assertThat(folder.resolve("taxi/reports/monitor.html"))
                .content()
                .contains("The live part has been opened twice by monitor");
        assertThat(terminal.run("runs", "--project", project)).isZero();
        assertThat(terminal.said()).contains("openings of 2025-03: 2 (monitor 2)");
    }

    private static Json report(String name) throws IOException {
        Path reports = folder.resolve("taxi/reports");
        assertThat(reports.resolve(name.replace(".json", ".html"))).isNotEmptyFile();
        return Json.parse(Files.readString(reports.resolve(name)));
    }
}
