package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ProblemException;
import dev.hansom.project.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(folder.resolve("real/2025"));
        for (String name : List.of("b.parquet", "a.parquet", "c.csv", "odd[1].csv", "notes.txt", "2025/d.parquet")) {
            Files.createFile(folder.resolve("real").resolve(name));
        }
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));
    }

    @Test
    void globsAndNamesGiveEachFileOnceInOrder() {
        assertThat(names("../real/*.parquet", "../real/a.parquet")).containsExactly("a.parquet", "b.parquet");
        assertThat(names("../real/{a,c}.*")).containsExactly("a.parquet", "c.csv");
        assertThat(names("../real/**.parquet")).containsExactly("d.parquet", "a.parquet", "b.parquet");
        assertThat(names("../real/*/d.parquet")).containsExactly("d.parquet");
        assertThat(names(folder.resolve("real") + "/*.csv")).containsExactly("c.csv", "odd[1].csv");
    }

    @Test
    void aNameThatLooksLikeAGlobIsFirstTakenAsAName() {
        assertThat(names("../real/odd[1].csv")).containsExactly("odd[1].csv");
    }

    @Test
    void aLinkedFolderIsAFolder() {
        assertThat(names("../linked/*.parquet")).containsExactly("a.parquet", "b.parquet");
    }

    @Test
    void aFileOfAnotherKindAndABrokenGlobAreRefused() {
        assertThatThrownBy(() -> names("../real/*.txt"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining(".parquet, .parq, .csv");
        assertThatThrownBy(() -> names("../real/[a.parquet"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be listed");
    }

    @Test
    void foldersAndDeadLinksThatAreCalledAsFilesAreNamed() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("odd/spark.parquet")).getParent();
        Files.createDirectories(odd.resolve("notes"));
        Files.createFile(odd.resolve("spark.parquet/part-0.parquet"));
        Files.createSymbolicLink(odd.resolve("gone.csv"), Path.of("nowhere.csv"));
        assertThatThrownBy(() -> names("../odd/*"))
                .hasMessageContaining("spark.parquet: a folder, not a file")
                .hasMessageContaining("gone.csv: no such file: a link to nothing")
                .hasMessageContaining("leave it out of data.files");
        Files.delete(odd.resolve("gone.csv"));
        assertThat(names("../odd/**")).containsExactly("part-0.parquet");
    }

    private List<String> names(String... patterns) {
        return DataFiles.of(new DataSource(folder.resolve("project"), List.of(patterns), "made up")).stream()
                .map(DataFile::name)
                .toList();
    }
}
