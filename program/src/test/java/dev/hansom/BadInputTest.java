package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import dev.hansom.cli.Terminal;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person sees who brings something wrong: one clear text, the exit code of its kind, and nothing half-written.
class BadInputTest {
    @TempDir
    static Path made;

    private static TinyProject good;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeAll
    static void make() {
        good = TinyProject.make(made.resolve("rides"));
    }

    @BeforeEach
    void copy() {
        project = good.copy(folder.resolve("rides"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "design", "train"})
    void aTruncatedFileIsNamed(String verb) throws IOException {
        byte[] whole = Files.readAllBytes(project.month(2));
        Files.write(project.month(2), Arrays.copyOf(whole, whole.length / 2));
        List<Path> before = listing();
        assertThat(run(verb))
                .isEqualTo(ErrorCode.DATA_UNREADABLE.kind().exitCode())
                .isEqualTo(3);
        assertThat(complaint()).contains("rides_2024-02.parquet", "(expected: ", "; ");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void aMissingColumnComesWithTheNearestOne() {
        project.with("miles:", "mile:");
        List<Path> before = listing();
        assertThat(run("design"))
                .isEqualTo(ErrorCode.COLUMN_MISSING.kind().exitCode())
                .isEqualTo(3);
        assertThat(complaints())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("no column mile", "did you mean miles"));
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void sixMistakesAreSixLinesWithTheirPlaces() {
        project.with("name: rides\n", "name: rides\nowners: me\n")
                .with("metric: mae", "metric: mea")
                .with("time_zone: America/New_York", "time_zone: America/New_Yrok")
                .with("zone: {type: int64, known: request}", "zone: {type: int46, known: request}")
                .with("label_delay: 2h", "label_delay: soon")
                .with("margin: 0.2", "margin: much");
        List<Path> before = listing();
        assertThat(run("check"))
                .isEqualTo(ErrorCode.PROJECT_INVALID.kind().exitCode())
                .isEqualTo(2);
        assertThat(complaints())
                .hasSize(6)
                .allSatisfy(text -> assertThat(text).matches("error: .*hansom\\.yaml:\\d+:\\d+: .*"));
        assertThat(terminal.complained()).contains("did you mean owner?", "did you mean mae?");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void aTargetThatIsMissingEverywhereIsADataProblem() throws IOException {
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            for (int row = 0; row < rows.size(); row++) {
                rows.setNull(3, row);
            }
            project.month(month, rows);
        }
        assertThat(run("check")).isEqualTo(3);
        assertThat(complaint()).contains("no row has a usable target minutes", "target_missing=");
        assertThat(run("design"))
                .isEqualTo(ErrorCode.TARGET_EMPTY.kind().exitCode())
                .isEqualTo(3);
        assertThat(complaint()).contains("no row has a usable target minutes", "target_missing=", "(expected: ");
        nothingHalfWritten("design");
    }

    @Test
    void tooFewMonthsAreListed() throws IOException {
        Files.delete(project.month(3));
        List<Path> before = listing();
        assertThat(run("design"))
                .isEqualTo(ErrorCode.DATA_TOO_SMALL.kind().exitCode())
                .isEqualTo(3);
        assertThat(complaint())
                .contains(
                        "2 found: 2024-01 (rides_2024-01.parquet), 2024-02 (rides_2024-02.parquet)",
                        "expected: at least 3: 1 to train, 1 to validate, 1 live",
                        "add files");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void labelsThatComeTooLateLeaveTooFewRows() {
        project.with("label_delay: 2h", "label_delay: 800h");
        assertThat(run("train")).isEqualTo(3);
        assertThat(complaint()).contains("2024-01", "0 of 744 labelled rows", "at least 100", "label_delay");
        nothingHalfWritten("train");
    }

    @Test
    void aParameterThatItsLearnerCannotTakeIsNamedWithItsPlace() {
        project.with("{kind: ridge}", "{kind: xgboost, parameters: {max_depth: -1, eta: 7, rounds: 2.5}}");
        assertThat(run("check")).isEqualTo(2);
        assertThat(complaints())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .matches("error: .*hansom\\.yaml:\\d+:\\d+: learner.parameters.*expected: a .*number from .*"));
    }

    @Test
    void whatDoesNotFitComesWithWhatWould() {
        project.with("reason: it pays}", "reason: it pays, trusted: {mile: planned}}")
                .with("  hour: hour(pickup)", "  hour: CAST(zone AS string)");
        assertThat(run("check")).isEqualTo(2);
        assertThat(complaints()).hasSize(2);
        assertThat(terminal.complained())
                .contains("decide.trusted names no field or feature, mile (expected: one of pickup, zone, miles")
                .contains("a category is {category: CAST(zone AS string)}");
        project.with("{kind: ridge}", "{kind: ridge, parameters: {rounds: 3}}");
        assertThat(run("check")).isEqualTo(2);
        assertThat(complaint())
                .contains("unknown key learner.parameters.rounds (expected: one of penalty)")
                .doesNotContain("did you mean");
    }

    @Test
    void aReportThatCannotBeWrittenRegistersNothing() throws IOException {
        Files.createFile(project.folder().resolve("reports"));
        for (String verb : List.of("design", "train")) {
            assertThat(run(verb)).isEqualTo(2);
            assertThat(complaint()).contains("reports", "a file is where a folder should be");
        }
        assertThat(run("promote", "--rule"))
                .isEqualTo(ErrorCode.NOT_FOUND.kind().exitCode());
        assertThat(run("promote")).isEqualTo(ErrorCode.NOT_FOUND.kind().exitCode());
    }

    @Test
    void filesThatAreNotThereAreNamedWithTheirPattern() {
        project.with("data/*.parquet", "date/*.parquet");
        List<Path> before = listing();
        assertThat(run("check"))
                .isEqualTo(ErrorCode.FILE_UNUSABLE.kind().exitCode())
                .isEqualTo(2);
        assertThat(complaint()).contains("date/*.parquet", "no such file", "data.files");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void aProjectFileThatIsNotThereIsSaidSo() {
        assertThat(terminal.run(
                        "design", "--project", folder.resolve("nowhere.yaml").toString()))
                .isEqualTo(2);
        assertThat(complaint()).contains("nowhere.yaml", "; ");
    }

    @Test
    void aProjectFileThatIsAFolderOrNoTextIsSaidSo() throws IOException {
        assertThat(terminal.run("check", "--project", folder.toString())).isEqualTo(2);
        assertThat(complaint()).contains(folder.toString());
        assertThat(terminal.run("check", "--project", project.month(1).toString()))
                .isEqualTo(2);
        assertThat(complaint()).contains("rides_2024-01.parquet");
        Files.writeString(project.file(), "");
        assertThat(run("check")).isEqualTo(2);
        assertThat(complaint()).contains("hansom.yaml");
        Files.writeString(project.file(), "name: [rides");
        assertThat(run("check")).isEqualTo(2);
        assertThat(complaint()).containsPattern("hansom.yaml:\\d+:\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"design", "train", "promote", "runs", "monitor", "replay", "serve"})
    void aHomeThatIsAFileIsNoHome(String verb) throws IOException {
        Path file = Files.writeString(folder.resolve("home"), "not a folder");
        List<Path> before = listing();
        assertThat(terminal.run(verb, "--project", project.file().toString(), "--home", file.toString()))
                .isEqualTo(ErrorCode.FILE_UNUSABLE.kind().exitCode());
        assertThat(complaint()).contains(file.toString(), "; ");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void aHomeThatIsNoDatabaseIsSaidSo() throws IOException {
        Files.createDirectories(folder.resolve("rides/.hansom"));
        Files.writeString(
                folder.resolve("rides/.hansom/hansom.db"), "this is no database, but long enough to look like one");
        assertThat(run("runs")).isEqualTo(2);
        assertThat(complaint()).contains("hansom.db");
    }

    @Test
    void wrongWordsComeWithTheRightOnes() {
        int usage = ErrorCode.USAGE.kind().exitCode();
        assertThat(terminal.run("desing")).isEqualTo(usage).isEqualTo(2);
        assertThat(complaint()).contains("desing", "did you mean", "design", "--help");
        assertThat(terminal.run("design", "--projct", "x")).isEqualTo(2);
        assertThat(complaint()).contains("--projct", "did you mean", "--project");
        assertThat(terminal.run("init", folder.resolve("new").toString(), "--world", "mll"))
                .isEqualTo(2);
        assertThat(complaint())
                .containsIgnoringCase("mll")
                .containsIgnoringCase("rule")
                .containsIgnoringCase("short");
        assertThat(terminal.run("init", folder.resolve("new").toString(), "--template", "taxis"))
                .isEqualTo(2);
        assertThat(complaint()).contains("taxis", "taxi");
        assertThat(terminal.run("promote", "seven")).isEqualTo(2);
        assertThat(complaint()).contains("seven");
        assertThat(terminal.run("serve", "--port", "80800")).isEqualTo(2);
        assertThat(complaint()).contains("80800");
        assertThat(terminal.run("init", folder.resolve("new").toString(), "--rows", "-5"))
                .isEqualTo(2);
        assertThat(complaint()).contains("--rows", "-5", "100 or more");
        assertThat(terminal.run("init", folder.resolve("new").toString(), "--months", "2"))
                .isEqualTo(2);
        assertThat(complaint()).contains("--months", "3 or more");
        assertThat(run("promote", "--as", "chmpion")).isEqualTo(2);
        assertThat(complaint()).contains("chmpion", "champion");
        assertThat(run("replay", "--server", "localhost")).isEqualTo(2);
        assertThat(complaint()).contains("localhost", "http://127.0.0.1:8080");
        assertThat(run("replay", "--server", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(complaint()).contains("http://127.0.0.1:1", "does not answer");
        assertThat(Files.exists(folder.resolve("new"))).isFalse();
    }

    @Test
    void initOverwritesNothing() throws IOException {
        List<Path> before = listing();
        assertThat(terminal.run("init", project.folder().toString(), "--rows", "500"))
                .isEqualTo(2);
        assertThat(complaint()).contains("hansom.yaml", "already there");
        assertThat(terminal.run(
                        "init",
                        folder.resolve("new").toString(),
                        "--data",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(complaint()).contains("none", "no such file");
        assertThat(Files.exists(folder.resolve("new"))).isFalse();
        Path own = Files.createDirectories(folder.resolve("mine/data")).resolve("green_tripdata_2021-01.parquet");
        Files.writeString(own, "my own month");
        assertThat(terminal.run("init", folder.resolve("mine").toString())).isEqualTo(2);
        assertThat(complaint()).contains("there are monthly files already", "--data");
        assertThat(own).hasContent("my own month");
        Files.delete(own);
        Files.delete(own.getParent());
        Files.delete(folder.resolve("mine"));
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereYetIsNamedWithTheCommandThatMakesIt() throws IOException {
        assertThat(run("promote"))
                .isEqualTo(ErrorCode.NOT_FOUND.kind().exitCode())
                .isEqualTo(2);
        assertThat(complaint()).contains("rides", "hansom train");
        assertThat(run("promote", "--rule")).isEqualTo(2);
        assertThat(complaint()).contains("hansom design");
        assertThat(run("promote", "7")).isEqualTo(2);
        assertThat(complaint()).contains("7");
        assertThat(run("replay"))
                .isEqualTo(ErrorCode.SERVER_UNREACHABLE.kind().exitCode())
                .isEqualTo(1);
        assertThat(complaint()).contains("no server runs", "hansom serve --background");
        assertThat(run("monitor"))
                .isEqualTo(ErrorCode.DATA_TOO_SMALL.kind().exitCode())
                .isEqualTo(3);
        assertThat(complaint()).contains("hansom replay");
        nothingHalfWritten("monitor");
    }

    @Test
    void aFieldThatTellsTheAnswerIsNoDesign() throws IOException {
        project.with("features:\n", "features:\n  told: epoch(dropoff) - epoch(pickup)\n")
                .with(
                        "dropoff: {type: timestamp, known: dropoff}",
                        "dropoff: {type: timestamp, known: dropoff, stands_in_for: a planned arrival}");
        assertThat(run("design"))
                .isEqualTo(ErrorCode.DESIGN_INVALID.kind().exitCode())
                .isEqualTo(3);
        assertThat(terminal.complained()).contains("D7", "told", "explains too much of the target");
        nothingHalfWritten("design");
        assertThat(run("promote", "--rule")).isEqualTo(2);
    }

    @Test
    void aGateThatRefusesLeavesTheChampion() {
        project.with("margin: 0.2", "margin: 50");
        assertThat(run("design")).isZero();
        assertThat(run("train")).isZero();
        assertThat(run("promote")).isEqualTo(4);
        assertThat(terminal.said()).contains("NO", "the gate refused model version 2; the champion stays");
        assertThat(run("runs")).isZero();
        assertThat(terminal.said()).containsPattern("1 +rule .*champion, rule");
        assertThat(run("promote", "--as", "rule", "2")).isEqualTo(2);
        assertThat(complaint()).contains("version 2 is no rule");
        assertThat(run("promote", "--as", "shadow")).isZero();
        assertThat(run("promote", "--rule", "--why", "it was not better")).isZero();
        assertThat(terminal.said()).contains("champion is now rule version 1");
    }

    @Test
    void aPortInUseIsSaidSoAndLeavesNoServer() throws IOException {
        assertThat(run("design")).isZero();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            for (List<String> how : List.of(List.<String>of(), List.of("--background"))) {
                long children = ProcessHandle.current().descendants().count();
                assertThat(run(
                                "serve",
                                Stream.concat(Stream.of("--port", port), how.stream())
                                        .toArray(String[]::new)))
                        .isEqualTo(ErrorCode.SERVER_UNREACHABLE.kind().exitCode())
                        .isEqualTo(1);
                assertThat(complaint()).contains("127.0.0.1:" + port, "in use", "--port");
                assertThat(ProcessHandle.current().descendants()).hasSize((int) children);
                assertThat(run("serve", "--stop")).isZero();
                assertThat(terminal.said()).contains("no server runs");
            }
        }
    }

    @Test
    void aSchemaThatIsAllWrongListsEverything() {
        Columns rows = new Columns(new Schema(TinyProject.STORED.columns().subList(0, 1)), 1);
        rows.set(0, rows.append(), 1_704_067_200_000_000L);
        project.month(1, rows);
        assertThat(run("check")).isEqualTo(3);
        assertThat(complaints()).hasSize(3);
    }

    private int run(String verb, String... more) {
        return terminal.run(
                Stream.concat(Stream.of(verb, "--project", project.file().toString()), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private List<String> complaints() {
        return terminal.complained().lines().toList();
    }

    /// The one line that was complained of, without a stack trace.
    private String complaint() {
        assertThat(complaints()).singleElement().asString().startsWith("error: ");
        return terminal.complained().strip();
    }

    private void nothingHalfWritten(String verb) {
        assertThat(listing())
                .noneMatch(path -> path.toString().endsWith(".part"))
                .noneMatch(path -> path.toString().contains("reports"));
        assertThat(run("runs")).isZero();
        assertThat(terminal.said()).containsPattern(verb + " +failed").doesNotContain("running");
    }

    private List<Path> listing() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
