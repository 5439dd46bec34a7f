package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import dev.hansom.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole journey with tables that are no taxis: a class by group without a time, and a year in one file.
class OtherTablesJourneyTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @AfterEach
    void stop() {
        terminal.run("serve", "--project", file(), "--stop");
    }

    @Test
    void aClassWithoutATimeGoesAllTheWay() throws IOException {
        Zoo.named("customers").write(folder);
        run("design");
        assertThat(terminal.said())
                .contains("verdict: ML", "nats over the rule", "no customer on two sides", "rule: version 1, champion");
        assertThat(page("design"))
                .contains("fold 10", "log loss", "Brier score")
                .doesNotContain("RMSE", "1970");
        run("train");
        assertThat(terminal.said()).contains("log_loss, nats", "brier", "accuracy", "auc", "validate");
        assertThat(page("train"))
                .contains("Calibration of the model", "part 10")
                .doesNotContain("RMSE", "1970");
        operate();
        assertThat(terminal.said()).contains("log_loss rule", "openings of the validation part");
        Json monitored = Json.parse(Files.readString(folder.resolve("reports/monitor.json")));
        assertThat(monitored
                        .member("gain")
                        .member("comparison")
                        .member("blocks")
                        .items())
                .hasSize(10);
        assertThat(page("monitor")).contains("part 10").doesNotContain("RMSE");
    }

    @Test
    void aYearInOneFileGoesAllTheWay() throws IOException {
        Zoo.named("a_year").write(folder);
        run("design");
        assertThat(terminal.said()).contains("verdict: ML", "week from", "2023-11-");
        run("train");
        assertThat(terminal.said()).contains("trained on 2023-01, 2023-02", "2023-11");
        operate();
        assertThat(page("monitor")).contains("2023");
    }

    private void operate() {
        run("promote");
        assertThat(terminal.said()).contains("champion is now model version 2", "opened 3 times");
        run("serve", "--background", "--port", "0");
        run("replay");
        assertThat(terminal.said()).containsPattern("refused +0").containsPattern("answered by the rule +0");
        run("monitor");
        assertThat(terminal.said()).contains("health: ");
    }

    private void run(String verb, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = verb;
        all[1] = "--project";
        all[2] = file();
        System.arraycopy(more, 0, all, 3, more.length);
        assertThat(terminal.run(all)).as(terminal.complained()).isZero();
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve("reports/" + name + ".html"));
    }

    private String file() {
        return folder.resolve("hansom.yaml").toString();
    }
}
