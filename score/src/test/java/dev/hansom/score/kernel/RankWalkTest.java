package dev.hansom.score.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is the walk by the definition of a tree.
class RankWalkTest {
    private static final double[] ODD = {
        0.0, -0.0, 1e-35, -1e-35, 1e-36, Double.MIN_VALUE, -Double.MIN_VALUE, 1e300, -1e300, 3e38, -3e38
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void randomForestsOfEveryKindAnswerAsTheWalkByDefinitionDoes(int seed) {
        Random random = new Random(seed);
        Arithmetic arithmetic = seed % 2 == 0 ? Arithmetic.SINGLE : Arithmetic.DOUBLE;
        int width = 1 + random.nextInt(6);
        int outputs = seed % 3 == 0 ? 3 : 1;
        boolean sets = seed % 4 < 3;
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < 19; t++) {
            trees.add(tree(random, width, random.nextInt(120), arithmetic, sets));
        }
        Sums sums = Sums.inTurn(arithmetic, new double[outputs], trees.size());
        RankKeys keys = new RankKeys(arithmetic, trees);
        assertThat(RankWalk.takes(keys, trees)).isTrue();
        assertSame(new RankWalk(keys, sums, trees), new PlainWalk(width, sums, trees), random, width, outputs);
    }

    private static void assertSame(Walk walk, Walk plain, Random random, int width, int outputs) {
        double[] row = new double[width];
        int[] keys = new int[walk.keys()];
        int[] block = new int[walk.keys() * Walk.BLOCK];
        int[] definition = new int[plain.keys()];
        double[] expected = new double[Walk.BLOCK * outputs];
        for (int round = 0; round < 30; round++) {
            int count = 1 + random.nextInt(Walk.BLOCK);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < width; j++) {
                    row[j] = number(random);
                }
                walk.keys(row, 0, keys, 0);
                walk.keys(row, 0, block, i * walk.keys());
                plain.keys(row, 0, definition, 0);
                double[] answer = new double[outputs];
                walk.sums(keys, answer, 0);
                plain.sums(definition, expected, i * outputs);
                for (int output = 0; output < outputs; output++) {
                    assertThat(answer[output]).isEqualTo(expected[i * outputs + output]);
                }
                if (outputs == 1) {
                    assertThat(walk.sum(keys)).isEqualTo(expected[i]);
                }
            }
            double[] answers = new double[Walk.BLOCK * outputs];
            walk.block(block, count, answers);
            for (int i = 0; i < count * outputs; i++) {
                assertThat(answers[i]).isEqualTo(expected[i]);
            }
        }
    }

    private static double number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> ODD[random.nextInt(ODD.length)];
            case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 3, 4 -> random.nextInt(70) - 5;
            case 5 -> 1e6 + random.nextInt(3);
            default -> random.nextGaussian() * 3;
        };
    }

    private static Tree tree(Random random, int width, int splits, Arithmetic arithmetic, boolean sets) {
        int[] split = new int[2 * splits + 1];
        double[] values = new double[split.length];
        int[][] categories = new int[split.length][];
        Missing[] missing = new Missing[split.length];
        int ends = 1;
        for (int i = 0, left = splits; i < split.length; i++) {
            boolean branches = left > 0 && (i == ends - 1 || random.nextInt(3) > 0);
            split[i] = branches ? random.nextInt(2 * width) : -1;
            ends += branches ? 2 : 0;
            left -= branches ? 1 : 0;
            boolean set = branches && sets && random.nextInt(3) == 0;
            categories[i] = set ? set(random) : Tree.NO_SET;
            double value = random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextGaussian() * 3;
            values[i] = arithmetic == Arithmetic.SINGLE ? (float) Math.max(-1e38, Math.min(1e38, value)) : value;
            missing[i] = arithmetic == Arithmetic.SINGLE ? Missing.NAN : Missing.values()[random.nextInt(3)];
        }
        return new Tree(split, values, null, sets ? categories : null, missing, null);
    }

    private static int[] set(Random random) {
        TreeSet<Integer> set = new TreeSet<>();
        IntStream.range(0, random.nextInt(40)).forEach(i -> set.add(random.nextInt(64)));
        if (random.nextInt(6) == 0) {
            set.add(1_000_000 + random.nextInt(3));
        }
        return set.stream().mapToInt(category -> category).toArray();
    }
}
