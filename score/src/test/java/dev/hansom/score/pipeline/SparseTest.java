package dev.hansom.score.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Wide pipelines of categories are answered from the few numbers that are not 0; the oracle is the same estimator
/// asked with whole rows.
class SparseTest {
    private static final int LEVELS = 500;
    private static final int STOPPED = 8;
    private final Random random = new Random(3);

    @Test
    void whatIsNotZeroAnswersAsTheWholeRowDoes() {
        Estimator weights = weights(3);
        for (Estimator estimator : List.of(
                weights,
                new Mapped(weights, Math::exp),
                new Classes(weights, 0, false),
                new Classes(weights(1), 0, false),
                trees(false),
                trees(true))) {
            assertThat(estimator.takesSparse()).isTrue();
            PipelineModel quick = model(estimator);
            PipelineModel whole = model(new Whole(estimator));
            Columns rows = rows(quick.schema(), 600);
            assertThat(quick.scores(rows)).containsExactly(whole.scores(rows));
            double[] one = new double[quick.outputs()];
            double[] all = quick.scores(rows);
            for (int row = 0; row < rows.size(); row++) {
                quick.scores(rows, row, one, 0);
                assertThat(one)
                        .containsExactly(IntStream.range(row * one.length, (row + 1) * one.length)
                                .mapToDouble(i -> all[i])
                                .toArray());
            }
            assertThat(DoubleStream.of(all).filter(Double::isNaN).count()).isBetween(1L, all.length / 2L);
        }
    }

    @Test
    void anInfiniteWeightNeedsWholeRows() {
        double[][] weights = {new double[3]};
        weights[0][1] = Double.POSITIVE_INFINITY;
        assertThat(new Weights(3, weights, new double[1], x -> x).takesSparse()).isFalse();
    }

    /// A number, its square, two text columns as ones and zeros, and a field of a dictionary; one place is dropped.
    private PipelineModel model(Estimator estimator) {
        Map<String, Integer> fields = new HashMap<>();
        for (int i = 0; i < LEVELS; i++) {
            fields.put("v" + i, 5 + 2 * LEVELS + i);
        }
        List<String> names = IntStream.range(0, LEVELS).mapToObj(i -> "v" + i).toList();
        int[] places = IntStream.range(0, LEVELS).map(i -> i == 7 ? -1 : i).toArray();
        List<Step> steps = List.of(
                new Product(List.of(0, 0), 4),
                new OneHot(1, 5, LEVELS, new Levels(names), places, -1),
                new OneHot(2, 5 + LEVELS, LEVELS, new Levels(names), places, OneHot.STOP),
                new DictText(3, fields));
        List<Integer> features = IntStream.concat(IntStream.of(0, 4), IntStream.range(5, 5 + 3 * LEVELS))
                .boxed()
                .toList();
        Schema inputs = new Schema(List.of(
                new Schema.Column("x", Type.DOUBLE),
                new Schema.Column("a", Type.STRING),
                new Schema.Column("b", Type.STRING),
                new Schema.Column("c", Type.STRING)));
        return new PipelineModel(new PipelineModel.Parts(
                inputs,
                List.of(0, 1, 2, 3),
                true,
                5 + 3 * LEVELS,
                steps,
                features,
                estimator,
                List.of(),
                Type.DOUBLE,
                "a test"));
    }

    private Estimator weights(int outputs) {
        Random own = new Random(outputs);
        int width = 2 + 3 * LEVELS;
        double[][] weights = new double[outputs][];
        for (int i = 0; i < outputs; i++) {
            weights[i] = own.doubles(width, -1, 1).toArray();
        }
        return new Weights(width, weights, own.doubles(outputs).toArray(), x -> x);
    }

    /// Trees that ask few of the numbers.
    private static Estimator trees(boolean refusing) {
        Random own = new Random(9);
        List<Tree> trees = IntStream.range(0, 40)
                .mapToObj(t -> {
                    int[] splits = new int[9];
                    double[] values = new double[9];
                    for (int node = 0; node < 9; node++) {
                        boolean leaf = node % 2 == 1 || node == 8;
                        int feature = own.nextInt(3) == 0 ? own.nextInt(2) : own.nextInt(2 + 3 * LEVELS);
                        splits[node] = leaf ? -1 : 2 * feature + own.nextInt(2);
                        values[node] = leaf ? own.nextGaussian() : own.nextDouble();
                    }
                    return new Tree(splits, values);
                })
                .toList();
        Sums sums = Sums.inTurn(Arithmetic.DOUBLE, new double[2], trees.size());
        return new Trees(new Forest(2 + 3 * LEVELS, sums, Link.IDENTITY, trees), true, refusing, new BitSet[0]);
    }

    private Columns rows(Schema schema, int count) {
        Columns rows = new Columns(schema, count);
        for (int i = 0; i < count; i++) {
            int row = rows.append();
            int kind = random.nextInt(20);
            rows.set(0, row, kind == 0 ? 0 : kind == 1 ? Double.NaN : random.nextGaussian());
            for (int column = 1; column < 4; column++) {
                int level = random.nextInt(LEVELS + (column == 2 ? STOPPED : 50));
                rows.set(column, row, random.nextInt(20) == 0 && column != 2 ? null : "v" + level);
            }
        }
        return rows;
    }

    /// Asks with whole rows.
    private record Whole(Estimator estimator) implements Estimator {
        @Override
        public int width() {
            return estimator.width();
        }

        @Override
        public int outputs() {
            return estimator.outputs();
        }

        @Override
        public void answers(double[] features, int rows, double[] into) {
            estimator.answers(features, rows, into);
        }
    }
}
