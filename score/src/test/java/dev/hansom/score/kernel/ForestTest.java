package dev.hansom.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is a walk that follows the definition of a tree node by node.
class ForestTest {
    private static final float NONE = Float.NaN;

    @Test
    void aRowGoesLeftBelowTheThresholdOnly() {
        Forest forest = forest(1, new Tree(new int[] {0, -1, -1}, new float[] {2.5f, -1, 1}));
        assertThat(answer(forest, 2.4999998f)).isEqualTo(-1);
        assertThat(answer(forest, 2.5f)).isEqualTo(1);
        assertThat(answer(forest, Float.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(answer(forest, Float.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void theTwoZerosAreOne() {
        for (float zero : new float[] {0.0f, -0.0f}) {
            Forest forest = forest(1, new Tree(new int[] {0, -1, -1}, new float[] {zero, -1, 1}));
            assertThat(answer(forest, 0.0f)).isEqualTo(1);
            assertThat(answer(forest, -0.0f)).isEqualTo(1);
            assertThat(answer(forest, -Float.MIN_VALUE)).isEqualTo(-1);
        }
    }

    @Test
    void aMissingValueGoesWhereTheSplitSaysWhateverTheThreshold() {
        for (float threshold : new float[] {Float.NEGATIVE_INFINITY, -3, 0, 7, Float.POSITIVE_INFINITY}) {
            assertThat(answer(forest(1, new Tree(new int[] {0, -1, -1}, new float[] {threshold, -1, 1})), NONE))
                    .isEqualTo(-1);
            assertThat(answer(forest(1, new Tree(new int[] {1, -1, -1}, new float[] {threshold, -1, 1})), NONE))
                    .isEqualTo(1);
        }
    }

    @Test
    void aLeafMayHoldAnyNumber() {
        for (float leaf : new float[] {NONE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f, -0.0f}) {
            assertThat(answer(forest(1, new Tree(new int[] {-1}, new float[] {leaf})), 5))
                    .isEqualTo(Double.valueOf(leaf + 0.0f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 17})
    void randomForestsAnswerAsTheWalkByDefinitionDoes(int trees) {
        for (int width : new int[] {1, 3, 1000}) {
            Random random = new Random(trees * 31L + width);
            List<Tree> grown = new ArrayList<>();
            for (int i = 0; i < trees; i++) {
                grown.add(tree(random, width, random.nextInt(200)));
            }
            assertSame(new Forest(width, 0.1f, Link.IDENTITY, grown), grown, rows(random, 131, width));
        }
    }

    @Test
    void aChainOfTenThousandSplitsIsWalkedToItsEnd() {
        int[] splits = new int[20_001];
        float[] values = new float[splits.length];
        for (int i = 0; i < splits.length; i++) {
            boolean split = i == 0 || i % 2 == 0 && i < 20_000;
            splits[i] = split ? 0 : -1;
            values[i] = split ? i / 2 : i;
        }
        Tree chain = new Tree(splits, values);
        assertThat(chain.depth()).isEqualTo(10_000);
        assertSame(forest(1, chain), List.of(chain), new float[] {-5, 0, 1, 77, 9_998.5f, 1e9f, NONE});
    }

    @Test
    void oneClassAloneIsCertainInARowAsInABlock() {
        Tree leaf = new Tree(new int[] {-1}, new float[] {0.75f});
        for (Arithmetic arithmetic : Arithmetic.values()) {
            for (Link link : Link.values()) {
                Sums sums = Sums.inTurn(arithmetic, new double[1], 1);
                Forest forest = new Forest(1, sums, link, List.of(leaf));
                double[] block = new double[1];
                forest.answers(new float[1], 1, block, 0);
                assertThat(forest.answer(new float[1], 0))
                        .as("%s %s", link, arithmetic)
                        .isEqualTo(block[0]);
            }
        }
    }

    @Test
    void aTreeComesOutAsItWentIn() {
        Random random = new Random(3);
        List<Tree> grown = List.of(tree(random, 5, 60), tree(random, 5, 0), tree(random, 5, 300));
        Forest forest = new Forest(5, 1, Link.IDENTITY, grown);
        for (int i = 0; i < 3; i++) {
            Tree tree = forest.tree(i);
            assertThat(tree.size()).isEqualTo(grown.get(i).size());
            for (int node = 0; node < tree.size(); node++) {
                assertThat(tree.split(node)).isEqualTo(grown.get(i).split(node));
                assertThat(tree.value(node)).isEqualTo(grown.get(i).value(node));
            }
        }
    }

    @Test
    void aSplitOnAFeatureThatIsNotThereRefuses() {
        Tree tree = new Tree(new int[] {4, -1, -1}, new float[] {0, 1, 2});
        assertThatThrownBy(() -> forest(2, tree)).hasMessageContaining("feature 2");
    }

    @Test
    void whatIsNoTreeRefuses() {
        assertThatThrownBy(() -> new Tree(new int[] {0, -1}, new float[2])).hasMessageContaining("expected: 3");
        assertThatThrownBy(() -> new Tree(new int[] {-1, -1}, new float[2])).hasMessageContaining("node 1");
        assertThatThrownBy(() -> new Tree(new int[0], new float[0])).hasMessageContaining("0 splits");
        assertThatThrownBy(() -> new Tree(new int[] {-2}, new float[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tree(new int[] {0, -1, -1}, new float[] {NONE, 1, 2}))
                .hasMessageContaining("no number");
    }

    @Test
    void aWeightedSumFillsWhatIsMissing() {
        Linear linear = new Linear(10, new double[] {2, -1}, new double[] {5, 7});
        assertThat(linear.answer(new float[] {0, 1, 3}, 1)).isEqualTo(10 + 2 - 3);
        assertThat(linear.answer(new float[] {NONE, NONE}, 0)).isEqualTo(10 + 10 - 7);
        assertThatThrownBy(() -> new Linear(0, new double[1], new double[2])).hasMessageContaining("1 weights");
    }

    private static Forest forest(int width, Tree tree) {
        return new Forest(width, 0, Link.IDENTITY, List.of(tree));
    }

    private static double answer(Forest forest, float x) {
        return forest.answer(new float[] {x}, 0);
    }

    private static Tree tree(Random random, int width, int splits) {
        int[] split = new int[2 * splits + 1];
        float[] values = new float[split.length];
        java.util.Arrays.fill(split, -1);
        int ends = 1;
        for (int i = 0, left = splits; i < split.length; i++) {
            boolean must = i == ends - 1;
            if (left > 0 && (must || random.nextInt(3) > 0)) {
                split[i] = random.nextInt(2 * width);
                ends += 2;
                left--;
            }
            values[i] = random.nextInt(4) == 0 ? random.nextInt(5) - 2 : (float) random.nextGaussian();
        }
        return new Tree(split, values);
    }

    private static float[] rows(Random random, int rows, int width) {
        float[] numbers = new float[rows * width];
        for (int i = 0; i < numbers.length; i++) {
            int kind = random.nextInt(8);
            numbers[i] = kind == 0 ? NONE : kind < 4 ? random.nextInt(5) - 2 : (float) random.nextGaussian();
        }
        return numbers;
    }

    private static void assertSame(Forest forest, List<Tree> trees, float[] rows) {
        int count = rows.length / forest.width();
        double[] block = new double[count + 2];
        forest.answer(rows, count, block, 1);
        for (int row = 0; row < count; row++) {
            float expected = forest.base();
            for (Tree tree : trees) {
                expected += (float) walk(tree, rows, row * forest.width());
            }
            assertThat(forest.answer(rows, row * forest.width())).isEqualTo(expected);
            assertThat(block[row + 1]).isEqualTo(expected);
        }
        assertThat(block[0]).isZero();
        assertThat(block[count + 1]).isZero();
    }

    private static double walk(Tree tree, float[] features, int offset) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            float x = features[offset + tree.feature(node)];
            boolean left = Float.isNaN(x) ? tree.missingLeft(node) : x < (float) tree.value(node);
            node = tree.left(node) + (left ? 0 : 1);
        }
        return tree.value(node);
    }
}
