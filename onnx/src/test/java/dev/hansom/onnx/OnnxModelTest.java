package dev.hansom.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.file.ModelFormatException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The models of `python/oracles/onnx_models.py`, against the libraries that they were converted from.
class OnnxModelTest {
    private static final double TOLERANCE = 1e-5;

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelAnswersWhatItsOriginalAnswers(Path table) throws IOException {
        Path file = table.resolveSibling(table.getFileName().toString().replace(".tsv", ".onnx"));
        List<String> lines = Files.readAllLines(table);
        List<String> head = List.of(lines.get(0).split("\t", -1));
        int width = (int) head.stream().filter(name -> !name.endsWith(":p")).count();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(OnnxModel.looksLike(bytes)).isTrue();
        try (OnnxModel model = OnnxModel.read(bytes, width)) {
            assertThat(model.outputs()).isEqualTo(head.size() - width);
            Columns rows = rows(model, head, lines);
            double[] answers = model.scores(rows);
            for (int row = 0; row < rows.size(); row++) {
                String[] fields = lines.get(row + 1).split("\t", -1);
                for (int output = 0; output < model.outputs(); output++) {
                    check(model, fields[width + output], answers[row * model.outputs() + output]);
                }
                check(model, fields[width], model.score(rows, row));
            }
        }
    }

    @Test
    void aMatrixHasNoNamesAndColumnsHave() throws IOException {
        try (OnnxModel matrix = model("linear.onnx")) {
            assertThat(matrix.named()).isFalse();
            assertThat(matrix.schema().names()).containsExactly("x0", "x1", "x2");
        }
        try (OnnxModel columns = model("columns.onnx")) {
            assertThat(columns.named()).isTrue();
            assertThat(columns.schema().names()).containsExactly("distance", "wind", "hour", "zone");
            assertThat(columns.schema().type(3)).isEqualTo(Type.STRING);
        }
    }

    @Test
    void aMissingTextHasNoAnswerAndAMissingFloatIsForTheModel() throws IOException {
        try (OnnxModel columns = model("columns.onnx")) {
            Columns rows = new Columns(columns.schema(), 1);
            rows.append();
            rows.set(0, 0, 1.0);
            rows.set(1, 0, 1.0);
            rows.set(2, 0, 1.0);
            assertThat(columns.score(rows, 0)).isNaN();
            rows.set(3, 0, "airport");
            assertThat(columns.score(rows, 0)).isFinite();
        }
    }

    @Test
    void whatIsNoModelOrNotForTablesIsRefused() throws IOException {
        assertThatThrownBy(() -> model("image.onnx"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("image of 4 dimensions is not supported");
        byte[] bytes = Files.readAllBytes(folder().resolve("forest.onnx"));
        for (int length : new int[] {20, 100, bytes.length / 2}) {
            assertThatThrownBy(() -> OnnxModel.read(Arrays.copyOf(bytes, length), 3))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith("ONNX model: ");
        }
        assertThat(OnnxModel.looksLike(
                        "{\"learner\": {}, \"version\": []}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static void check(OnnxModel model, String expected, double answer) {
        if (model.type() == Type.STRING) {
            assertThat(model.labels().get((int) answer)).isEqualTo(expected);
        } else if (expected.equals("nan")) {
            assertThat(answer).isNaN();
        } else {
            double number = Double.parseDouble(expected);
            assertThat(answer).isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
        }
    }

    private static Columns rows(OnnxModel model, List<String> head, List<String> lines) {
        Columns rows = new Columns(model.schema(), lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            int row = rows.append();
            for (int i = 0; i < model.schema().size(); i++) {
                String name = model.schema().name(i);
                String value = fields[Math.max(head.indexOf(name + ":n"), head.indexOf(name + ":t"))];
                if (model.schema().type(i) == Type.STRING) {
                    rows.set(i, row, value);
                } else {
                    rows.set(i, row, value.isEmpty() ? Double.NaN : Double.parseDouble(value));
                }
            }
        }
        return rows;
    }

    private static OnnxModel model(String name) throws IOException {
        return OnnxModel.read(Files.readAllBytes(folder().resolve(name)), 3);
    }

    private static Path folder() {
        try {
            return Path.of(OnnxModelTest.class.getResource("/models").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
