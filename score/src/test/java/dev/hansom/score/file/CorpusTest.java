package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every model file that was ever written stays readable and answers as it did then.
///
/// The corpus only grows: a version that writes something new adds its files by [CorpusModels#main] under a new
/// folder, and no file of an older folder is ever written again.
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    @Test
    void everyFileOfEveryVersionAnswersBitForBitAsWhenItWasWritten() throws IOException {
        int seen = 0;
        for (CorpusFile file : files()) {
            Model model = file.read();
            Columns rows = file.answered(model.schema());
            int answer = rows.schema().size() - 1;
            double[] all = model.score(rows);
            for (int row = 0; row < rows.size(); row++) {
                Double then = rows.number(answer, row);
                assertThat(Double.valueOf(model.score(rows, row)))
                        .as(file + " row " + row)
                        .isEqualTo(then);
                assertThat(Double.valueOf(all[row])).as(file + " row " + row).isEqualTo(then);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void everyFileGivesItsOwnBytesAgain() throws IOException {
        for (CorpusFile file : files()) {
            assertThat(file.read().bytes()).as(file.toString()).isEqualTo(Files.readAllBytes(file.model()));
        }
    }

    @Test
    void theWriterOfTheCorpusWorks(@TempDir Path folder) throws IOException {
        CorpusFile file = CorpusFile.write(folder, "a", Samples.forest(), CorpusModels.rows(5));
        assertThat(file.read().bytes()).isEqualTo(Samples.forest().bytes());
        assertThat(file.answered(Samples.SCHEMA).size()).isEqualTo(5);
    }

    private static List<CorpusFile> files() throws IOException {
        try (var folders = Files.list(CORPUS)) {
            return folders.sorted().flatMap(CorpusTest::of).toList();
        }
    }

    private static Stream<CorpusFile> of(Path folder) {
        try {
            return CorpusFile.all(folder).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
