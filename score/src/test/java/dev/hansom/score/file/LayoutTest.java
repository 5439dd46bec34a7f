package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page of the package describes every byte of every file of the corpus: a reader written from the page alone
/// comes to the end of each section, and has then seen everything that the page names.
class LayoutTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    @Test
    void everyByteOfTheCorpusStandsWhereThePageSays() throws IOException {
        Layout layout = new Layout();
        try (var folders = Files.list(CORPUS)) {
            for (Path folder : folders.sorted().toList()) {
                for (CorpusFile file : CorpusFile.all(folder)) {
                    layout.read(Files.readAllBytes(file.model()), file.toString());
                }
            }
        }
        assertThat(layout.seen()).containsAll(List.of("kernel 1", "kernel 2", "kernel 3", "kernel 4", "kernel 7"));
        assertThat(layout.seen()).containsAll(List.of("section TABN", "section RANG", "key part 0", "key part 2"));
        assertThat(layout.seen()).containsAll(List.of("SINGLE", "DOUBLE", "missing 0", "missing 1", "missing 2"));
        for (int flags = 0; flags < 16; flags++) {
            assertThat(layout.seen()).contains("flags " + flags);
        }
    }
}
