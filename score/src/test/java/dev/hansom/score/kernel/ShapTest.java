package dev.hansom.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is Shapley's definition: all subsets of features, each unknown feature sending the row both
/// ways.
class ShapTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void contributionsAreShapleyValuesByDefinition(int width) {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed * 10L + width);
            List<Tree> trees = List.of(tree(random, width, 0), tree(random, width, 1), tree(random, width, 40));
            Forest forest = new Forest(width, 3, Link.LOGISTIC, trees);
            for (int i = 0; i < 5; i++) {
                double[] row = row(random, width);
                assertThat(contributions(forest, row)).containsExactly(byDefinition(forest, row), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Arithmetic.class)
    void theyAddUpToTheSumBeforeTheLinkHoweverDeepTheTrees(Arithmetic arithmetic) {
        Random random = new Random(3);
        for (int splits : new int[] {1, 30, 300, 3000}) {
            List<Tree> trees = List.of(tree(random, 100, splits), chain(random, 100, Math.min(splits, 400)));
            Forest forest =
                    new Forest(100, Sums.inTurn(arithmetic, new double[] {0.5}, trees.size()), Link.IDENTITY, trees);
            double[] row = row(random, 100);
            double sum = 0;
            for (double each : contributions(forest, row)) {
                sum += each;
            }
            double answer = forest.answer(row, 0, new int[forest.scratch()]);
            assertThat(sum).isCloseTo(answer, within(arithmetic == Arithmetic.SINGLE ? 1e-5 : 1e-11));
        }
    }

    @Test
    void severalOutputsHaveContributionsEach() {
        Random random = new Random(5);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            trees.add(tree(random, 4, 20));
        }
        Sums sums = Sums.inTurn(Arithmetic.DOUBLE, new double[] {1, 2, 3}, 6);
        double[] row = row(random, 4);
        double[] all = contributions(new Forest(4, sums, Link.SOFTMAX, trees), row);
        for (int output = 0; output < 3; output++) {
            List<Tree> own = List.of(trees.get(output), trees.get(output + 3));
            double[] alone = contributions(
                    new Forest(4, Sums.inTurn(Arithmetic.DOUBLE, new double[] {output + 1}, 2), Link.IDENTITY, own),
                    row);
            for (int i = 0; i < 5; i++) {
                assertThat(all[output * 5 + i]).isCloseTo(alone[i], within(1e-12));
            }
        }
    }

    @Test
    void aSideThatNoRowOfTrainingTookAddsWhatItMust() {
        Tree tree = covered(new int[] {0, -1, 0, -1, -1}, new double[] {0, 1, 5, 2, 7}, new double[] {4, 4, 0, 0, 0});
        Forest forest = new Forest(1, 0, Link.IDENTITY, List.of(tree));
        assertThat(contributions(forest, new double[] {-1})).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(contributions(forest, new double[] {3})).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(contributions(forest, new double[] {9})).containsExactly(new double[] {6, 1}, within(1e-12));
    }

    @Test
    void treesWithoutCoversRefuse() {
        Forest forest =
                new Forest(1, 0, Link.IDENTITY, List.of(new Tree(new int[] {0, -1, -1}, new double[] {0, 1, 2})));
        assertThatThrownBy(() -> new Shap(forest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covers");
    }

    @Test
    void fewPointsIntegratePolynomialsExactly() {
        for (int count = 1; count < 40; count++) {
            Quadrature quadrature = Quadrature.of(count);
            for (int degree = 0; degree < 2 * count; degree++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += quadrature.weights()[i] * Math.pow(quadrature.points()[i], degree);
                }
                assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-14));
            }
        }
    }

    static double[] contributions(Forest forest, double[] row) {
        Shap shap = new Shap(forest);
        double[] into = new double[shap.size()];
        shap.contributions(row, 0, shap.room(), into, 0);
        return into;
    }

    private static double[] byDefinition(Forest forest, double[] row) {
        int width = forest.width();
        double[] values = new double[1 << width];
        for (int known = 0; known < values.length; known++) {
            values[known] = forest.sums().bases()[0];
            for (int t = 0; t < forest.size(); t++) {
                values[known] += expected(forest.tree(t), 0, row, known);
            }
        }
        double[] answer = new double[width + 1];
        answer[width] = values[0];
        for (int known = 0; known < values.length; known++) {
            for (int i = 0; i < width; i++) {
                if ((known >> i & 1) == 0) {
                    double weight = 1 / (width * choose(width - 1, Integer.bitCount(known)));
                    answer[i] += weight * (values[known | 1 << i] - values[known]);
                }
            }
        }
        return answer;
    }

    private static double choose(int n, int k) {
        return k == 0 ? 1 : choose(n - 1, k - 1) * n / k;
    }

    private static double expected(Tree tree, int node, double[] row, int known) {
        if (tree.isLeaf(node)) {
            return tree.value(node);
        }
        int feature = tree.feature(node);
        if ((known >> feature & 1) == 1) {
            return expected(tree, tree.next(node, row[feature], Arithmetic.SINGLE), row, known);
        }
        double sum = 0;
        for (int child = tree.left(node); child <= tree.left(node) + 1; child++) {
            sum += tree.cover(child) / tree.cover(node) * expected(tree, child, row, known);
        }
        return sum;
    }

    private static double[] row(Random random, int width) {
        double[] row = new double[width];
        for (int i = 0; i < width; i++) {
            row[i] = random.nextInt(7) == 0 ? Double.NaN : random.nextInt(20);
        }
        return row;
    }

    static Tree tree(Random random, int width, int splits) {
        int[] nodes = new int[2 * splits + 1];
        int open = 1;
        int left = splits;
        for (int i = 0; i < nodes.length; i++) {
            boolean split = left > 0 && (open == 1 || random.nextInt(3) > 0);
            left -= split ? 1 : 0;
            open += split ? 1 : -1;
            nodes[i] = split ? random.nextInt(2 * width) : -1;
        }
        return grown(nodes, random);
    }

    private static Tree chain(Random random, int width, int splits) {
        int[] nodes = new int[2 * splits + 1];
        for (int i = 0; i < nodes.length; i++) {
            boolean split = i == 0 || i % 2 == 0 && i < nodes.length - 1;
            nodes[i] = split ? random.nextInt(2 * width) : -1;
        }
        return grown(nodes, random);
    }

    private static Tree grown(int[] nodes, Random random) {
        double[] values = new double[nodes.length];
        double[] covers = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = nodes[i] >= 0 ? random.nextInt(20) : random.nextGaussian();
            covers[i] = 1 + random.nextInt(50);
        }
        int next = nodes.length;
        for (int i = nodes.length - 1; i >= 0; i--) {
            if (nodes[i] >= 0) {
                next -= 2;
                covers[i] = covers[next] + covers[next + 1];
            }
        }
        return covered(nodes, values, covers);
    }

    private static Tree covered(int[] nodes, double[] values, double[] covers) {
        return new Tree(nodes, values, covers, null, null, null);
    }
}
