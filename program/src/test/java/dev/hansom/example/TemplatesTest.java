package dev.hansom.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    @TempDir
    Path folder;

    @Test
    void everyTemplateIsCopiedWithItsPlaceholdersFilled() throws IOException {
        for (String name : Templates.names()) {
            List<Path> files = Templates.copy(
                    name, folder.resolve(name), Map.of("files", "/a \"quoted\" folder/*", "source", "here"));
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(Files.readString(file)).isNotBlank().doesNotContain("${files}", "${source}");
            }
            try (Stream<Path> all = Files.list(folder.resolve(name))) {
                assertThat(all).containsExactlyInAnyOrderElementsOf(files);
            }
        }
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Path mine = Files.writeString(folder.resolve("metered.yaml"), "mine");
        assertThatThrownBy(() -> Templates.copy("taxi", folder, Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo(ErrorCode.FILE_UNUSABLE);
                            assertThat(problem.where()).endsWith("metered.yaml");
                        }));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(mine);
        }
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aTemplateThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> Templates.copy("taxis", folder, Map.of()))
                .hasMessageContaining("taxis")
                .hasMessageContaining("one of: taxi");
    }
}
