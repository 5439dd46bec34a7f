package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traffic in which a field went wrong turns health red and names the field; the month as it was does not.
///
/// The rule answers: what is watched are the fields, whoever answers.
class GarbledTrafficTest {
    private static final String FILES = "green_tripdata_*.parquet";

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @AfterEach
    void stop() {
        terminal.run("serve", "--project", "request.yaml", "--home", home(), "--stop");
    }

    @Test
    void aSimulatedMonth() throws Exception {
        Path data = folder.resolve("city");
        assertThat(terminal.run("init", data.toString(), "--rows", "3000")).isZero();
        watch(data.resolve("data"));
    }

    @Test
    @Tag("slow")
    void aRealMonth() throws Exception {
        watch(TaxiMonths.folder());
    }

    /// Four projects over the months in `data`, two of each track, in one home.
    private void watch(Path data) throws Exception {
        List<Path> months = months(data);
        String request = project("hansom", data);
        String metered = project("metered", data);
        String zoneless = project("hansom", garbled(GarbledMonth.NO_PICKUP_ZONE, months));
        String metric = project("metered", garbled(GarbledMonth.KILOMETRES, months));
        assertThat(terminal.run("serve", "--project", request, "--home", home(), "--background", "--port", "0"))
                .isZero();

        assertThat(health(request)).doesNotContain("health: red");
        assertThat(health(metered)).doesNotContain("health: red");
        assertThat(health(zoneless)).contains("health: red").containsPattern("red: .*PULocationID");
        assertThat(health(metric)).contains("health: red").containsPattern("red: .*trip_distance");
    }

    /// What `monitor` says after the live month was sent, all of it.
    private String health(String project) {
        assertThat(terminal.run("replay", "--project", project, "--home", home()))
                .isZero();
        assertThat(terminal.said()).containsPattern("refused +0\\n").containsPattern("dropped from the log +0\\n");
        assertThat(terminal.run("monitor", "--project", project, "--home", home()))
                .isZero();
        return terminal.said();
    }

    /// A designed project of its own name, of the template's `track`, over the months in `data`. Its model is as plain
    /// as
    /// can be, because only its rule answers.
    private String project(String track, Path data) throws IOException {
        Path into = Files.createTempDirectory(folder, track);
        assertThat(terminal.run("init", into.toString(), "--data", data.toString()))
                .isZero();
        Path file = into.resolve(track + ".yaml");
        String text = Files.readString(file)
                .replaceFirst("(?m)^name: .*$", "name: " + into.getFileName())
                .replaceFirst("kind: xgboost", "kind: ridge")
                .replaceFirst("(?m)^  parameters: .*$", "")
                .replaceFirst("(?s)\nfeatures:.*?\n\n", "\nfeatures: {passengers: passenger_count}\n\n");
        Files.writeString(file, text);
        assertThat(terminal.run("design", "--project", file.toString(), "--home", home()))
                .isZero();
        return file.toString();
    }

    /// A folder with these months, of which the last is garbled.
    private Path garbled(GarbledMonth how, List<Path> months) throws Exception {
        Path into = Files.createTempDirectory(folder, "garbled");
        for (Path month : months.subList(0, months.size() - 1)) {
            Files.copy(month, into.resolve(month.getFileName()));
        }
        how.copy(months.getLast(), into.resolve(months.getLast().getFileName()));
        return into;
    }

    private static List<Path> months(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches(FILES.replace("*", ".*")))
                    .sorted()
                    .toList();
        }
    }

    private String home() {
        return folder.resolve("home").toString();
    }
}
