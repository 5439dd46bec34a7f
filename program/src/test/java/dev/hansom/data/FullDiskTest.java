package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Processes of their own that may write files of 80 MiB and no more, as `ulimit -f` has it.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftOfAFileThatDoesNotFit() throws Exception {
        for (String name : List.of("out.csv", "out.parquet")) {
            Path file = folder.resolve("out").resolve(name);
            assertThat(said(file))
                    .contains(name + ": the file cannot be written")
                    .contains("free some space");
            assertThat(file.getParent()).isEmptyDirectory();
        }
        assertThat(folder.resolve("spill")).doesNotExist();
    }

    private String said(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 160000; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                FullDiskTest.class.getName(),
                file.toString(),
                folder.resolve("spill").toString()));
        Path said = Files.createTempFile(folder, "said", ".txt");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /// Writes 200 MB of random numbers to a file.
    public static void main(String[] arguments) {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("x", Type.DOUBLE))), ROWS);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            rows.set(0, rows.append(), random.nextDouble());
        }
        try (Engine engine = Engine.open(new Engine.Settings(Path.of(arguments[1]), 100_000_000, 1));
                RowWriter writer = RowWriter.open(engine, Path.of(arguments[0]), rows.schema())) {
            for (int i = 0; i < 250; i++) {
                writer.write(rows);
            }
            writer.finish();
        } catch (ProblemException e) {
            System.out.println(e.getMessage());
        }
    }
}
