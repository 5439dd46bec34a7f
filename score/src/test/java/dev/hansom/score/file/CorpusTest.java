package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Samples;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Logistic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every model file that was ever written stays readable and answers as it did then.
///
/// The corpus only grows: a version that writes something new adds its files by [CorpusModels#main] under a new
/// folder, and no file of an older folder is ever written again.
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    /// Links that take no exponential.
    private static final Set<Link> EXACT =
            Set.of(Link.IDENTITY, Link.HINGE, Link.SIGNED_SQUARE, Link.ASCENDING, Link.GREATEST);

    @Test
    void everyFileOfEveryVersionAnswersBitForBitAsWhenItWasWritten() throws IOException {
        int seen = 0;
        for (CorpusFile file : files()) {
            Model model = file.read();
            int outputs = model.outputs();
            Columns rows = file.answered(model.schema(), outputs);
            double[] first = model.score(rows);
            double[] all = model.scores(rows);
            for (int row = 0; row < rows.size(); row++) {
                String where = file + " row " + row;
                for (int output = 0; output < outputs; output++) {
                    double then = rows.number(model.schema().size() + output, row);
                    assertSame(model, all[row * outputs + output], then, where);
                }
                assertSame(model, model.score(rows, row), all[row * outputs], where);
                assertSame(model, first[row], all[row * outputs], where);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(2400);
    }

    /// An exponential may differ in its last bits from one processor to another.
    private static void assertSame(Model model, double answer, double then, String where) {
        boolean exponential = model.kernel() instanceof Logistic;
        if (model.kernel() instanceof Forest forest) {
            exponential = !EXACT.contains(forest.link());
        }
        if (exponential && !Double.isNaN(then)) {
            assertThat(answer).as(where).isCloseTo(then, within(8 * Math.ulp(then)));
        } else {
            assertThat(Double.valueOf(answer)).as(where).isEqualTo(Double.valueOf(then));
        }
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
        assertThat(file.answered(Samples.SCHEMA, 1).size()).isEqualTo(5);
    }

    @Test
    void everythingThatIsWrittenTodayIsInTheCorpus() throws IOException {
        Set<String> held = CorpusModels.held(CORPUS);
        CorpusModels.all()
                .forEach((name, model) ->
                        assertThat(held).as(name + ": write a new folder").contains(model.fingerprint()));
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
