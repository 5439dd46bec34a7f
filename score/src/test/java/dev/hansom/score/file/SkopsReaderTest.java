package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The models of `python/oracles/skops_models.py`, by four versions of scikit-learn.
class SkopsReaderTest {
    /// Sums that the library takes in the same order, so that every answer is the same double: trees and forests.
    private static final Set<String> EXACT = Set.of("tree", "forest", "extra", "boosting", "histogram", "ordinal");
    /// Of histogram-poisson: the last step is an exponential.
    private static final double RELATIVE = 1e-12;

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".skops")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelAnswersWhatTheLibraryAnswers(Path file) throws IOException {
        ForeignModel model = SkopsReader.read(Files.readAllBytes(file));
        Path table = file.resolveSibling(file.getFileName().toString().replace(".skops", ".tsv"));
        List<String> lines = Files.readAllLines(table);
        List<String> head = List.of(lines.get(0).split("\t", -1));
        Columns rows = rows(model, head, lines);
        double[] answers = model.scores(rows);
        int from = (int) head.stream().filter(name -> !name.endsWith(":p")).count();
        assertThat(head.size() - from).isEqualTo(model.outputs());
        for (int row = 0; row < rows.size(); row++) {
            String[] fields = lines.get(row + 1).split("\t", -1);
            double[] alone = new double[model.outputs()];
            model.scores(rows, row, alone, 0);
            for (int output = 0; output < model.outputs(); output++) {
                double answer = answers[row * model.outputs() + output];
                assertThat(answer).as("row %d", row).isEqualTo(alone[output]);
                check(model, file, row, fields[from + output], answer);
            }
        }
    }

    /// Beside each file stands what its refusal has to name.
    static Stream<Path> refusals() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/skops-refused"))) {
            return files.filter(file -> file.toString().endsWith(".skops")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNotSupportedRefusesByName(Path file) throws IOException {
        String trait = Files.readString(
                        file.resolveSibling(file.getFileName().toString().replace(".skops", ".txt")))
                .strip();
        assertThatThrownBy(() -> SkopsReader.read(Files.readAllBytes(file)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(trait)
                .hasMessageContaining("not supported");
    }

    @Test
    void unnamedColumnsAreMatchedByPosition() throws IOException {
        ForeignModel unnamed = model("linear-unnamed");
        assertThat(unnamed.named()).isFalse();
        assertThat(unnamed.schema().names()).containsExactly("x0", "x1", "x2", "x3");
        ForeignModel named = model("columns-unknown");
        assertThat(named.named()).isTrue();
        assertThat(named.schema().columns())
                .containsExactlyInAnyOrder(
                        new Schema.Column("distance", Type.DOUBLE),
                        new Schema.Column("wind", Type.DOUBLE),
                        new Schema.Column("zone", Type.STRING));
    }

    @Test
    void aZipFileThatUnpacksToFarMoreIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("schema.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        refused(bytes.toByteArray(), "far more than it holds");
    }

    @Test
    void whatIsNoSkopsFileIsRefused() throws IOException {
        refused(zip("model.pkl", "x"), "no schema.json");
        refused(zip("schema.json", "{"), "JSON at byte");
        refused(zip("schema.json", "[".repeat(100_000)), "levels");
        refused(
                zip(
                        "schema.json",
                        "{\"__class__\": \"system\", \"__module__\": \"os\", \"__loader__\": \"FunctionNode\"}"),
                "os.system");
        refused(
                zip(
                        "schema.json",
                        "{\"__class__\": \"SVR\", \"__module__\": \"sklearn.svm._classes\",\"__loader__\":"
                                + " \"ObjectNode\", \"content\": {\"__loader__\": \"DictNode\","
                                + " \"content\":{\"n_features_in_\": {\"__loader__\": \"JsonNode\", \"content\":"
                                + " \"2\"}}}}"),
                "the model SVR is not supported");
    }

    @Test
    void aCutOrAlteredFileIsRefusedOrAnswers() throws IOException {
        for (String name : List.of("columns", "forest", "histogram-categories")) {
            byte[] bytes = Files.readAllBytes(file(name));
            for (int at = 0; at < bytes.length; at += 1 + bytes.length / 150) {
                harmless(Arrays.copyOf(bytes, at));
                byte[] altered = bytes.clone();
                altered[at] ^= 0x55;
                harmless(altered);
            }
        }
    }

    private static void harmless(byte[] bytes) {
        try {
            SkopsReader.read(bytes);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void refused(byte[] bytes, String text) {
        assertThatThrownBy(() -> SkopsReader.read(bytes))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(text);
    }

    private static void check(ForeignModel model, Path file, int row, String expected, double answer) {
        if (model.type() == Type.STRING) {
            assertThat(model.labels().get((int) answer)).as("row %d", row).isEqualTo(expected);
        } else if (model.type() == Type.BOOLEAN) {
            assertThat(answer == 1).as("row %d", row).isEqualTo(expected.equals("True"));
        } else {
            double number = Double.parseDouble(expected);
            String name = file.getFileName().toString();
            boolean exact =
                    EXACT.stream().anyMatch(name::startsWith) && !name.contains("poisson") && !name.contains("missing");
            double slack = exact ? 0 : RELATIVE * Math.max(1, Math.abs(number));
            assertThat(Math.abs(answer - number))
                    .as("row %d: %s, %s", row, answer, number)
                    .isLessThanOrEqualTo(slack);
        }
    }

    private static Columns rows(ForeignModel model, List<String> head, List<String> lines) {
        Columns rows = new Columns(model.schema(), lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            int row = rows.append();
            for (int i = 0; i < model.schema().size(); i++) {
                String name = model.schema().name(i);
                int at = Math.max(head.indexOf(name + ":n"), head.indexOf(name + ":t"));
                String value = fields[at];
                if (model.schema().type(i) == Type.STRING) {
                    rows.set(i, row, value.isEmpty() ? null : value);
                } else {
                    rows.set(i, row, value.isEmpty() ? Double.NaN : Double.parseDouble(value));
                }
            }
        }
        return rows;
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ForeignModel model(String name) throws IOException {
        return SkopsReader.read(Files.readAllBytes(file(name)));
    }

    private static Path file(String name) {
        return folder().resolve("sklearn-1.9.1").resolve(name + ".skops");
    }

    private static Path folder() {
        try {
            return Path.of(SkopsReaderTest.class.getResource("/skops").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
