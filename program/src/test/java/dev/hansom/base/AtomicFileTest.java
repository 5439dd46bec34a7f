package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsWrittenAndReplacedInFoldersThatAreMade() {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "two");
        assertThat(file).hasContent("two");
    }

    @Test
    void aFailureKeepsTheOldFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFile.write(file, "one");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 17]);
                    throw new IOException("the cable was pulled");
                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("c.txt: cannot be written: the cable was pulled");
        assertThat(file).hasContent("one");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsAClearError() throws IOException {
        Files.createDirectories(folder.resolve("taken/inside"));
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("taken"), "x"))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.FILE_UNUSABLE);
    }
}
