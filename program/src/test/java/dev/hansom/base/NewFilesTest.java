package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {
    @TempDir
    Path folder;

    @Test
    void whereOneFileCannotBeWrittenNothingIsLeftOfTheOthersNorOfTheirFolder() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("first.txt", "1");
        texts.put("no such folder/second.txt", "2");
        Path fresh = folder.resolve("fresh");
        assertThatThrownBy(() -> NewFiles.write(fresh, texts))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(fresh + ": cannot be written: ");
        assertThat(fresh).doesNotExist();
        Path old = Files.createDirectories(folder.resolve("old"));
        assertThatThrownBy(() -> NewFiles.write(old, texts)).isInstanceOf(ProblemException.class);
        assertThat(old).isEmptyDirectory();
    }
}
