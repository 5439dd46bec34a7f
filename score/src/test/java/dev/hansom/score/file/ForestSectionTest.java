package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Shap;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Forests of other libraries go into a model file and come out as they were.
class ForestSectionTest {
    @Test
    void everyForestOfTheOraclesComesBackFromAModelFileAndAnswersTheSame() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/oracle/lightgbm-4.7.0"))
                        .toURI())
                .getParent();
        int forests = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(3\\.4\\.1|4\\.7\\.0).*\\.(json|ubj|txt)"))
                    .toList()) {
                if (ModelReader.read(file) instanceof ForestModel model) {
                    assertSame(model.forest(), file.toString());
                    forests++;
                }
            }
        }
        assertThat(forests).isGreaterThan(80);
    }

    @Test
    void everyForestOfTheCorpusComesBackFromAModelFileAndAnswersTheSame() {
        CorpusForests.all().forEach((name, model) -> assertSame((Forest) model.kernel(), name));
    }

    @Test
    void aForestOfTodayKeepsItsBytes() {
        Tree tree = new Tree(new int[] {0, -1, -1}, new float[] {1, 2, 3});
        byte[] bytes = section(new Forest(1, 0.5f, Link.IDENTITY, List.of(tree)));
        assertThat(bytes[0]).isEqualTo((byte) 3);
        assertThat(bytes).hasSize(1 + 4 + 4 + 4 + 8 + 4 + 4 + 3 * 8);
    }

    @Test
    void aTruncatedOrAlteredForestRefusesOrReads() throws IOException, URISyntaxException {
        for (String name : new String[] {"codes", "linear", "missing-zero", "ova"}) {
            Path file =
                    Path.of(Objects.requireNonNull(getClass().getResource("/oracle/lightgbm-4.7.0/" + name + ".txt"))
                            .toURI());
            byte[] bytes = section(((ForestModel) ModelReader.read(file)).forest());
            for (int length = 0; length < bytes.length; length += 1 + length / 40) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> read(part))
                        .isInstanceOfAny(ModelFormatException.class, IllegalArgumentException.class);
            }
            for (int at = 0; at < bytes.length; at += 1 + at / 40) {
                for (int value : new int[] {0, 1, 0x7f, 0xff}) {
                    byte[] altered = bytes.clone();
                    altered[at] = (byte) value;
                    assertReadsOrRefuses(altered);
                }
            }
        }
    }

    @Test
    void aModelOfSeveralOutputsAnswersThemAll() {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            trees.add(new Tree(new int[] {0, -1, -1}, new double[] {i, i * 0.25, -i}));
        }
        Sums sums = Sums.inTurn(Arithmetic.DOUBLE, new double[] {1, 2, 3}, 6);
        Schema schema = new Schema(List.of(new Schema.Column("x", Type.DOUBLE)));
        Model model = new Model(
                new Signature("three", schema, "", "UTC", "true", "y", ""),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(new Feature("x", "x")),
                new Forest(1, sums, Link.SOFTMAX, trees),
                new Provenance(Map.of()));
        Model back = Model.read(model.bytes());
        assertThat(back.outputs()).isEqualTo(3);
        dev.hansom.score.Columns columns = new dev.hansom.score.Columns(schema, 2);
        columns.set(0, columns.append(), 2.5);
        columns.append();
        double[] answers = back.scores(columns);
        assertThat(answers).isEqualTo(model.scores(columns)).hasSize(6);
        assertThat(answers[0] + answers[1] + answers[2]).isBetween(0.999999, 1.000001);
        assertThat(back.score(columns, 0)).isEqualTo(answers[0]);
    }

    private static void assertSame(Forest forest, String name) {
        Forest back = read(section(forest));
        assertThat(section(back)).as(name).isEqualTo(section(forest));
        int width = forest.width();
        java.util.Random random = new java.util.Random(5);
        double[] rows = new double[width * 20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(60) * 0.7 - 12;
        }
        double[] expected = new double[20 * forest.outputs()];
        double[] answers = new double[expected.length];
        forest.answers(rows, 20, expected, 0);
        back.answers(rows, 20, answers, 0);
        assertThat(answers).as(name).isEqualTo(expected);
        if (explains(forest)) {
            assertExplainsTheSame(forest, back, rows, name);
        } else {
            assertThatThrownBy(() -> new Shap(back)).hasMessageContaining("expected");
        }
    }

    private static boolean explains(Forest forest) {
        return IntStream.range(0, forest.size())
                .mapToObj(forest::tree)
                .allMatch(tree -> tree.hasCovers() && !tree.hasLinearLeaves());
    }

    /// Contributions are to the bit those from before it was written, and add up to the sum before the link.
    private static void assertExplainsTheSame(Forest forest, Forest back, double[] rows, String name) {
        Sums sums = forest.sums();
        Sums raw = new Sums(sums.arithmetic(), sums.bases(), sums.outputs(), sums.divisor(), 1);
        List<Tree> trees =
                IntStream.range(0, forest.size()).mapToObj(forest::tree).toList();
        double[] expected = new double[20 * sums.width()];
        new Forest(forest.width(), raw, Link.IDENTITY, trees).answers(rows, 20, expected, 0);
        Shap shap = new Shap(forest);
        Shap again = new Shap(back);
        double[] of = new double[shap.size()];
        double[] ofBack = new double[again.size()];
        int width = forest.width();
        for (int row = 0; row < 20; row++) {
            shap.contributions(rows, row * width, shap.room(), of, 0);
            again.contributions(rows, row * width, again.room(), ofBack, 0);
            assertThat(ofBack).as(name).isEqualTo(of);
            for (int output = 0; output < sums.width(); output++) {
                double[] parts = Arrays.copyOfRange(ofBack, output * (width + 1), (output + 1) * (width + 1));
                double scale = 1 + Arrays.stream(parts).map(Math::abs).sum();
                double bound = scale * (sums.arithmetic() == Arithmetic.SINGLE ? 1e-6 : 1e-12);
                assertThat(Arrays.stream(parts).sum())
                        .as(name)
                        .isCloseTo(expected[row * sums.width() + output], within(bound));
            }
        }
    }

    private static byte[] section(Forest forest) {
        Output output = new Output();
        KernelSection.write(forest, output);
        return output.bytes();
    }

    private static Forest read(byte[] bytes) {
        return (Forest) KernelSection.read(new Input("kernel", ByteBuffer.wrap(bytes)));
    }

    private static void assertReadsOrRefuses(byte[] bytes) {
        try {
            KernelSection.read(new Input("kernel", ByteBuffer.wrap(bytes)));
        } catch (ModelFormatException | IllegalArgumentException | ArithmeticException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }
}
