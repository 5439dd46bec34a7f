package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A machine on which a native library does not load, played by a process that finds a broken one first.
@EnabledOnOs(OS.LINUX)
class MissingLibraryTest {
    @TempDir
    Path folder;

    private TinyProject project;

    @BeforeEach
    void make() {
        project = TinyProject.make(folder.resolve("rides")).with("{kind: ridge}", "{kind: xgboost}");
    }

    @Test
    void withoutOpenMpThePackageIsNamed() throws Exception {
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Files.createFile(libraries.resolve("libgomp.so.1"));
        OwnProcess train =
                OwnProcess.start(folder, Map.of("LD_LIBRARY_PATH", libraries.toString()), List.of(), command("train"));
        assertThat(train.code())
                .isEqualTo(ErrorCode.NATIVE_MISSING.kind().exitCode())
                .isEqualTo(1);
        assertThat(train.complained().lines())
                .singleElement()
                .asString()
                .startsWith("error: xgboost: its native library does not load")
                .contains("libgomp", "apt-get install libgomp1", "learner.kind: ridge");
        OwnProcess runs = OwnProcess.start(folder, command("runs"));
        assertThat(runs.code()).isZero();
        assertThat(runs.said()).containsPattern("train +failed");
    }

    @Test
    void withoutAPlaceToUnpackThemThePlaceIsNamed() throws Exception {
        Path nowhere = Files.createFile(folder.resolve("nowhere"));
        for (String verb : List.of("check", "runs")) {
            OwnProcess process =
                    OwnProcess.start(folder, Map.of(), List.of("-Djava.io.tmpdir=" + nowhere), command(verb));
            assertThat(process.code()).as(process.complained()).isEqualTo(1);
            assertThat(process.complained().lines().filter(line -> line.startsWith("error:")))
                    .singleElement()
                    .asString()
                    .contains(nowhere.toString(), "writable");
        }
    }

    private String[] command(String verb) {
        return new String[] {verb, "--project", project.file().toString()};
    }
}
