package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.Hansom;
import dev.hansom.TinyProject;
import dev.hansom.base.Json;
import dev.hansom.jobs.Machine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hansom check --effective`: every value that is in force once, whole, with where it comes from.
class EffectiveTest {
    private static final String LONG = "because " + "a dispatcher would notice it at once, and ".repeat(5) + "it pays";

    @TempDir
    Path folder;

    private TinyProject project;

    @BeforeEach
    void makeAProject() {
        project = TinyProject.make(folder.resolve("rides"))
                .with("it pays", "\"" + LONG + "\"")
                .with("zone: {type: int64, known: request}", "zone: int64")
                .with("[\"data/*.parquet\"]", "[\"data/*.csv\"], csv: {decimal: comma}");
    }

    @Test
    void aValueComesFromTheCommandLineTheEnvironmentTheFileOrNobody() {
        Terminal terminal = on(Map.of("HANSOM_TOKEN", "s3cret-of-mine"));
        String said = effective(terminal);
        assertThat(said)
                .containsPattern("--project +\\S*rides/hansom.yaml +command line")
                .containsPattern("--home +\\S*rides/.hansom +default")
                .containsPattern("HANSOM_TOKEN +set, not shown +environment")
                .containsPattern("HANSOM_JAVA_OPTIONS +not set +default")
                .containsPattern("owner +me +\\S*hansom.yaml:3")
                .containsPattern("seed +1 +default")
                .containsPattern("prediction +request +\\S*hansom.yaml:6")
                .containsPattern("target.task +regression +default, classification where")
                .containsPattern("data.csv.decimal +comma +\\S*hansom.yaml:13")
                .containsPattern("data.csv.delimiter +detected in each file +default")
                .doesNotContain("s3cret");
        assertThat(effective(on(Map.of()))).containsPattern("HANSOM_TOKEN +not set +default");
        project.with("*.csv", "*.parquet").with(", csv: {decimal: comma}", "");
        assertThat(effective(terminal)).doesNotContain("data.csv");
    }

    @Test
    void aShortFormIsThereOnce() {
        assertThat(effective(new Terminal()))
                .containsPattern("fields.zone.type +int64 +\\S*hansom.yaml:\\d+")
                .doesNotContainPattern("fields.zone +int64")
                .containsPattern("features.usual.expression +zone_minutes +\\S*hansom.yaml:\\d+")
                .doesNotContainPattern("features.usual +zone_minutes");
    }

    @Test
    void aLongValueIsWrappedForAPersonAndWholeForAMachine() {
        Terminal terminal = on(Map.of());
        String said = effective(terminal);
        assertThat(said.replaceAll("\\S*hansom.yaml:\\d+", "").replaceAll("\\s+", " "))
                .contains(LONG);
        assertThat(said.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(300));
        assertThat(terminal.run(
                        "check",
                        "--effective",
                        "--json",
                        "--project",
                        project.file().toString()))
                .isZero();
        List<Json> settings = Json.parse(terminal.said()).items("settings");
        assertThat(settings).anySatisfy(setting -> {
            assertThat(setting.asText("key")).isEqualTo("decide.reason");
            assertThat(setting.asText("value")).isEqualTo(LONG);
            assertThat(setting.asText("source")).isEqualTo("file");
            assertThat(setting.asText("place")).endsWith("hansom.yaml:12");
        });
        assertThat(settings.stream().map(setting -> setting.asText("source")))
                .contains("command line", "file", "default");
        assertThat(settings.stream().map(setting -> setting.asText("key"))).doesNotHaveDuplicates();
    }

    private String effective(Terminal terminal) {
        assertThat(terminal.run(
                        "check", "--effective", "--project", project.file().toString()))
                .isZero();
        return terminal.said();
    }

    private Terminal on(Map<String, String> environment) {
        Machine machine = new Machine("tester", folder, Map.of(), environment, 64L << 20, 1, List.of());
        return new Terminal(new Hansom(Clock.systemUTC(), new Random(1), machine));
    }
}
