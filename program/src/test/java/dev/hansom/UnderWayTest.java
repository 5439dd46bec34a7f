package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hansom.data.Engine;
import dev.hansom.data.RowWriter;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Commands in processes of their own that read millions of rows, while something happens to them: Ctrl-C, a file that
/// changes, a disk that is full. What is in the folder afterwards is what was in it before.
@EnabledOnOs(OS.LINUX)
class UnderWayTest {
    private static final int CHUNK = 50_000;
    private static final int CHUNKS = 110;

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private Path temporary;
    private Path answers;

    /// A month of five and a half million rides, and a model for them.
    @BeforeAll
    static void make() throws IOException {
        TinyProject project = TinyProject.make(made.resolve("rides"));
        Columns month = new Columns(TinyProject.STORED, CHUNK);
        SplittableRandom random = new SplittableRandom(1);
        try (Engine engine = Engine.open(Engine.Settings.in(made.resolve("spill")));
                RowWriter writer = RowWriter.open(engine, project.month(1), TinyProject.STORED)) {
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                month.clear();
                for (int i = 0; i < CHUNK; i++) {
                    int row = month.append();
                    long pickup = 1_704_067_200_000_000L + random.nextLong(31L * 86_400) * 1_000_000;
                    month.set(0, row, pickup);
                    month.set(1, row, 1 + random.nextLong(5));
                    month.set(2, row, random.nextDouble());
                    month.set(3, row, pickup + random.nextLong(120, 3_000) * 1_000_000);
                }
                writer.write(month);
            }
            writer.finish();
        }
        Signature signature = new Signature(
                "rides",
                new Schema(TinyProject.STORED.columns().subList(0, 3)),
                "pickup",
                "America/New_York",
                "true",
                "minutes",
                "minutes");
        Model model = new Model(
                signature,
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(),
                new Formula("miles * 3 + hour(pickup) + zone / 7"),
                new Provenance(Map.of()));
        Files.write(made.resolve("rides.hansom"), model.bytes());
    }

    @BeforeEach
    void places() throws IOException {
        temporary = Files.createDirectories(folder.resolve("temporary"));
        answers = Files.createDirectories(folder.resolve("out")).resolve("answers.csv");
    }

    @Test
    void controlCEndsAPredictionAndLeavesNoAnswers() throws Exception {
        OwnProcess predict = predict("");
        interrupt(predict);
        assertThat(predict.code()).isEqualTo(130);
        assertThat(predict.complained().strip()).isEqualTo("stopped; nothing was left half done");
        nothingIsLeft();
    }

    @Test
    void controlCEndsACheck() throws Exception {
        List<Path> before = listing(made.resolve("rides"));
        OwnProcess check = start(
                "", "check", "--project", made.resolve("rides/hansom.yaml").toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> isReading(check));
        interrupt(check);
        assertThat(check.code()).isEqualTo(130);
        assertThat(check.complained().strip()).isEqualTo("stopped; nothing was left half done");
        assertThat(listing(made.resolve("rides"))).isEqualTo(before);
        nothingIsLeft();
    }

    @Test
    void anInputThatChangesIsRefusedAndLeavesNoAnswers() throws Exception {
        Path input = made.resolve("rides/data/rides_2024-01.parquet");
        FileTime before = Files.getLastModifiedTime(input);
        OwnProcess predict = predict("");
        Files.setLastModifiedTime(input, FileTime.from(Instant.parse("2024-02-01T00:00:00Z")));
        assertThat(predict.code()).isEqualTo(3);
        assertThat(predict.complained()).contains("rides_2024-01.parquet: the file changed while it was read");
        Files.setLastModifiedTime(input, before);
        nothingIsLeft();
    }

    @Test
    @Tag("slow")
    void aFullDiskLeavesNoAnswers() throws Exception {
        // The engine's own library takes 75 MiB of the files that a process may write.
        OwnProcess predict = predict("ulimit -f 160000; ");
        assertThat(predict.code()).isEqualTo(2);
        assertThat(predict.complained())
                .contains("answers.csv: the file cannot be written", "free some space")
                .doesNotContain("\tat ");
        nothingIsLeft();
    }

    @Test
    @Tag("slow")
    void aFullDiskIsOneLineAndNoTrace() throws Exception {
        TinyProject project = TinyProject.make(folder.resolve("tiny"));
        OwnProcess design = start("", "design", "--project", project.file().toString());
        assertThat(design.code()).as(design.complained()).isZero();
        List<Path> before = listing(project.folder());
        for (String verb : List.of("runs", "data", "show", "promote")) {
            // Not even SQLite's own library can be unpacked then.
            OwnProcess process =
                    start("ulimit -f 200; ", verb, "--project", project.file().toString());
            assertThat(process.code()).as(verb).isIn(1, 2);
            assertThat(process.complained().lines())
                    .as(verb)
                    .singleElement()
                    .asString()
                    .startsWith("error: ")
                    .contains("free");
            assertThat(listing(project.folder())).as(verb).isEqualTo(before);
        }
    }

    @Test
    @Tag("slow")
    void controlCAtAnyMomentLeavesAllOrNothing() throws Exception {
        TinyProject project = TinyProject.make(folder.resolve("tiny"));
        String file = project.file().toString();
        OwnProcess design = start("", "design", "--project", file);
        assertThat(design.code()).as(design.complained()).isZero();
        List<Path> before = own(project);
        String text = Files.readString(project.file());
        for (int wait = 100; wait < 4_000; wait += 300) {
            for (String verb : List.of("check", "design", "runs")) {
                OwnProcess process = interrupted(wait, verb, "--project", file);
                assertThat(own(project)).isEqualTo(before);
                if (verb.equals("runs") && isStopped(process)) {
                    assertThat(process.said()).isEmpty();
                }
            }
            interrupted(wait, "check", "--freeze", "--project", file);
            assertThat(Files.readString(project.file())).startsWith(text);
            Files.writeString(project.file(), text);
            allOrNothing(
                    "export " + wait,
                    List.of("hansom_model.py", "model.json"),
                    interrupted(wait, "export", "--project", file, "--output", folder + "/out-" + wait),
                    folder.resolve("out-" + wait));
            allOrNothing(
                    "init " + wait,
                    List.of("hansom.schema.json", "hansom.yaml"),
                    interrupted(
                            wait,
                            "init",
                            folder + "/made-" + wait,
                            "--data",
                            project.month(1).toString(),
                            "--target",
                            "miles"),
                    folder.resolve("made-" + wait));
            assertThat(listing(folder)).noneMatch(path -> path.toString().endsWith(".part"));
        }
        OwnProcess whole = start("", "check", "--freeze", "--project", file);
        assertThat(whole.code()).as(whole.complained()).isZero();
    }

    /// A command that got a Ctrl-C after so many milliseconds, and is over.
    private OwnProcess interrupted(int wait, String... arguments) throws Exception {
        OwnProcess process = start("", arguments);
        Thread.sleep(wait);
        interrupt(process);
        String what = arguments[0] + " after " + wait + " ms";
        assertThat(process.code()).as(what).isIn(0, 130);
        assertThat(process.complained().strip())
                .as(what)
                .isIn("", "stopped; nothing was left half done", "the work was done before it could be stopped");
        return process;
    }

    /// What is in the project besides what commands keep there.
    private static List<Path> own(TinyProject project) {
        return listing(project.folder()).stream()
                .filter(path ->
                        !path.toString().contains(".hansom") && !path.toString().contains("reports"))
                .toList();
    }

    private static boolean isStopped(OwnProcess process) {
        return process.complained().startsWith("stopped");
    }

    /// `made` holds all of `names` or is not there; who says that it stopped has made nothing, who ends well all.
    private static void allOrNothing(String what, List<String> names, OwnProcess process, Path made) throws Exception {
        List<String> there = Files.isDirectory(made)
                ? listing(made).stream()
                        .filter(Files::isRegularFile)
                        .map(path -> path.getFileName().toString())
                        .toList()
                : List.of();
        assertThat(there).as(what).isIn(List.of(), names);
        if (isStopped(process)) {
            assertThat(there).as(what).isEmpty();
        } else if (process.code() == 0 || process.complained().startsWith("the work was done")) {
            assertThat(there).as(what).isEqualTo(names);
        }
    }

    /// A prediction that has begun to write.
    private OwnProcess predict(String shell) {
        OwnProcess predict = start(
                shell,
                "predict",
                "--model",
                made.resolve("rides.hansom").toString(),
                "--input",
                made.resolve("rides/data/rides_2024-01.parquet").toString(),
                "--output",
                answers.toString());
        Path beside = answers.resolveSibling(".answers.csv.part");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !predict.process().isAlive() || (Files.exists(beside) && Files.size(beside) > 0));
        return predict;
    }

    private OwnProcess start(String shell, String... arguments) {
        return OwnProcess.start(
                shell, folder, Map.of(), List.of("-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData"), arguments);
    }

    /// Its engine is open since a while.
    private boolean isReading(OwnProcess process) throws InterruptedException {
        if (!process.process().isAlive()) {
            throw new AssertionError(process.said() + process.complained());
        }
        boolean open = listing(temporary).stream()
                .anyMatch(path -> path.getFileName().toString().matches("hansom-\\d+-.*"));
        Thread.sleep(open ? 500 : 20);
        return open;
    }

    private static void interrupt(OwnProcess process) throws Exception {
        assumeFalse(
                isDeafToInterrupts(process), "this build runs in the background of a shell, where Ctrl-C is ignored");
        new ProcessBuilder("kill", "-INT", String.valueOf(process.process().pid()))
                .start()
                .waitFor();
    }

    /// Whether it inherited that interrupts are ignored. Source: proc(5), the mask `SigIgn`; SIGINT is bit 1.
    private static boolean isDeafToInterrupts(OwnProcess process) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + process.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        } catch (IOException | UncheckedIOException e) {
            // It has ended already.
            return false;
        }
    }

    private void nothingIsLeft() {
        assertThat(answers.getParent()).isEmptyDirectory();
        assertThat(listing(temporary))
                .noneMatch(path -> path.getFileName().toString().matches("hansom-\\d+-.*"));
    }

    private static List<Path> listing(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
