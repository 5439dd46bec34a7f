package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A person's Ctrl-C, a polite kill and a rude one in the middle of work: the project stays whole.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    /// Work that would take minutes.
    @BeforeEach
    void make() {
        project = TinyProject.make(folder.resolve("rides"))
                .with("{kind: ridge}", "{kind: xgboost, parameters: {rounds: 1000000, max_depth: 2}}");
    }

    @Test
    void controlCEndsADesignSoonAndLeavesNothingHalfDone() throws Exception {
        assertThat(stopped("design", "INT")).isEqualTo(130);
    }

    @Test
    void aPoliteKillEndsATrainingSoonAndLeavesNothingHalfDone() throws Exception {
        assertThat(stopped("train", "TERM")).isEqualTo(143);
    }

    @Test
    void aRudeKillLeavesAProjectThatWorks() throws Exception {
        List<Path> before = listing();
        OwnProcess train = underWay("train");
        train.process().destroyForcibly().onExit().join();
        assertThat(listing()).isEqualTo(before);
        assertThat(run("runs")).isZero();
        assertThat(terminal.said()).containsPattern("train +died +-").doesNotContain("running");

        project.with("{kind: xgboost, parameters: {rounds: 1000000, max_depth: 2}}", "{kind: ridge}");
        assertThat(run("design")).isZero();
        assertThat(run("train")).isZero();
        assertThat(run("runs")).isZero();
        assertThat(terminal.said())
                .containsPattern("train +finished")
                .containsPattern("train +died")
                .containsPattern("2 +model");
        assertThat(folder.resolve("rides/reports/train.html")).isNotEmptyFile();
    }

    /// The exit code of a command that was told to stop in the middle, after looking at what it left.
    private int stopped(String verb, String signal) throws Exception {
        List<Path> before = listing();
        OwnProcess process = underWay(verb);
        long began = System.nanoTime();
        new ProcessBuilder(
                        "kill", "-" + signal, String.valueOf(process.process().pid()))
                .start()
                .waitFor();
        int code = process.code();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        assertThat(process.complained().strip()).isEqualTo("stopped; nothing was left half done");
        assertThat(listing()).isEqualTo(before);
        assertThat(run("runs")).isZero();
        assertThat(terminal.said()).containsPattern(verb + " +killed").doesNotContain("running");
        return code;
    }

    /// A command that has begun to learn.
    private OwnProcess underWay(String verb) {
        OwnProcess process = OwnProcess.start(
                folder, Map.of(), List.of(), verb, "--project", project.file().toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> isUnderWay(process));
        return process;
    }

    /// Its run is in the memory, and it had some seconds since.
    private boolean isUnderWay(OwnProcess process) throws InterruptedException {
        if (!process.process().isAlive()) {
            throw new AssertionError(process.said() + process.complained());
        }
        boolean begun = Files.exists(folder.resolve("rides/.hansom/hansom.db"))
                && run("runs") == 0
                && terminal.said().contains("running");
        Thread.sleep(begun ? 1_500 : 100);
        return begun;
    }

    private int run(String verb) {
        return terminal.run(verb, "--project", project.file().toString());
    }

    /// Everything but the memory itself and what the processes said.
    private List<Path> listing() {
        try (Stream<Path> all = Files.walk(folder.resolve("rides"))) {
            return all.filter(path -> !path.toString().matches(".*\\.hansom(/hansom\\.db.*)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
