package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    void ofSeveralFilesNoneTakesItsPlaceWhereOneCannotBeWritten() throws IOException {
        Path first = folder.resolve("page.json");
        Path second = folder.resolve("page.html");
        AtomicFile.write(first, "old");
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(first, out -> out.write('1'));
        files.put(second, out -> {
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> AtomicFile.writeAll(files))
                .isInstanceOf(ProblemException.class)
                .hasMessage(second + ": cannot be written: No space left on device; free some space");
        assertThat(first).hasContent("old");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(first);
        }
        files.put(second, out -> out.write('2'));
        AtomicFile.writeAll(files);
        assertThat(first).hasContent("1");
        assertThat(second).hasContent("2");
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
