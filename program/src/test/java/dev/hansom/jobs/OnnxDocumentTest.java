package dev.hansom.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.ProblemException;
import dev.hansom.onnx.OnnxModel;
import dev.hansom.score.Columns;
import dev.hansom.score.Range;
import dev.hansom.score.Type;
import dev.hansom.score.file.ModelReader;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written as ONNX is answered by ONNX Runtime as by us: the models of XGBoost and LightGBM that the tests of
/// `score` read, and random forests.
class OnnxDocumentTest {
    private static final double TOLERANCE = 2e-7;
    private static final Set<Link> EXACT = Set.of(Link.IDENTITY, Link.HINGE, Link.GREATEST);

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../score/src/test/resources/oracle"))) {
            return files.filter(Files::isRegularFile).filter(file -> !isTable(file)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theRuntimeAnswersAsWeDo(Path file) throws IOException {
        if (ModelReader.read(file) instanceof ForestModel model
                && model.schema().columns().stream().allMatch(column -> column.type() == Type.DOUBLE)
                && !isRefused(model.forest())) {
            List<String> lines = Files.readAllLines(Path.of(file.toString().replaceAll("\\.[a-z]+$", ".tsv")));
            List<double[]> rows = lines.stream()
                    .skip(2)
                    .map(line -> numbers(line, model.forest().width()))
                    .toList();
            compare(model.forest(), rows, EXACT.contains(model.forest().link()));
        }
    }

    @Test
    void mostModelsHaveAForm() throws IOException {
        long written = 0;
        List<String> reasons = new ArrayList<>();
        for (Path file : models().toList()) {
            if (ModelReader.read(file) instanceof ForestModel model) {
                try {
                    bytes(model.forest(), Range.ANY);
                    written++;
                } catch (ProblemException e) {
                    reasons.add(e.getMessage());
                }
            }
        }
        assertThat(written).isGreaterThan(200);
        assertThat(reasons).allMatch(reason -> reason.endsWith("has no form that is written as ONNX"));
        assertThat(Set.copyOf(reasons)).hasSizeBetween(4, 6);
    }

    @Test
    void aForestOfManyTreesAndOutputsIsAddedInOurOrder() {
        Random random = new Random(7);
        List<double[]> rows = IntStream.range(0, 400)
                .mapToObj(row -> IntStream.range(0, 5)
                        .mapToDouble(i -> random.nextInt(8) == 0 ? Double.NaN : (float) random.nextGaussian())
                        .toArray())
                .toList();
        for (Arithmetic arithmetic : Arithmetic.values()) {
            for (int outputs : new int[] {1, 3}) {
                List<Tree> trees = IntStream.range(0, 300 / outputs * outputs)
                        .mapToObj(t -> tree(random))
                        .toList();
                double[] bases =
                        IntStream.range(0, outputs).mapToDouble(i -> 0.1f + i).toArray();
                Forest forest = new Forest(5, Sums.inTurn(arithmetic, bases, trees.size()), Link.IDENTITY, trees);
                compare(forest, rows, true);
                compare(forest, rows.subList(0, 1), true);
            }
        }
    }

    @Test
    void answersLieInTheRange() {
        Forest forest = new Forest(5, 0.5f, Link.EXPONENTIAL, List.of(tree(new Random(1))));
        double[] answers = answers(forest, List.of(new double[5], new double[] {9, 9, 9, 9, 9}), new Range(3, 4));
        assertThat(Arrays.stream(answers)).allMatch(answer -> answer >= 3 && answer <= 4);
    }

    @Test
    void whatHasNoFormIsRefusedByItsName() {
        Tree tree = tree(new Random(1));
        Forest rising =
                new Forest(5, Sums.inTurn(Arithmetic.SINGLE, new double[2], 2), Link.RISING, List.of(tree, tree));
        assertThatThrownBy(() -> bytes(rising, Range.ANY)).hasMessageContaining("several expectiles");
    }

    private static void compare(Forest forest, List<double[]> rows, boolean exact) {
        double[] found = answers(forest, rows, Range.ANY);
        double[] expected = new double[found.length];
        double[] flat = rows.stream().flatMapToDouble(Arrays::stream).toArray();
        forest.answers(flat, rows.size(), expected, 0);
        for (int i = 0; i < expected.length; i++) {
            float one = (float) expected[i];
            if (exact && forest.sums().divisor() == 1) {
                assertThat((float) found[i]).isEqualTo(one);
            } else {
                assertThat(found[i]).isCloseTo(one, within(TOLERANCE * Math.max(1, Math.abs(one))));
            }
        }
    }

    private static double[] answers(Forest forest, List<double[]> rows, Range range) {
        try (OnnxModel model = OnnxModel.read(bytes(forest, range), forest.width())) {
            Columns columns = new Columns(model.schema(), rows.size());
            for (double[] row : rows) {
                int at = columns.append();
                for (int i = 0; i < row.length; i++) {
                    columns.set(i, at, row[i]);
                }
            }
            return model.scores(columns);
        }
    }

    private static byte[] bytes(Forest forest, Range range) {
        return OnnxDocument.of(
                forest,
                IntStream.range(0, forest.width()).mapToObj(i -> "f" + i).toList(),
                range,
                "a forest");
    }

    private static boolean isRefused(Forest forest) {
        try {
            bytes(forest, Range.ANY);
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }

    /// Four splits in a row, each with a leaf to the left.
    private static Tree tree(Random random) {
        int[] splits = new int[9];
        float[] values = new float[9];
        for (int node = 0; node < 9; node++) {
            boolean leaf = node % 2 == 1 || node == 8;
            splits[node] = leaf ? -1 : random.nextInt(10);
            values[node] = (float) random.nextGaussian();
        }
        return new Tree(splits, values);
    }

    private static double[] numbers(String line, int width) {
        return Arrays.stream(line.split("\t", -1))
                .limit(width)
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".tsv");
    }
}
