package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Logistic;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassesTest {
    @Test
    void atTheFittedWeightsNoWeightCanBeChangedForTheBetter() {
        Random random = new Random(3);
        int rows = 400;
        float[] features = new float[rows * 2];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            features[2 * row] = (float) random.nextGaussian();
            features[2 * row + 1] = row % 50 == 0 ? Float.NaN : (float) (3 + 2 * random.nextGaussian());
            double logit = 0.5 + 1.5 * features[2 * row];
            targets[row] = random.nextDouble() < Logistic.probability(logit) ? 1 : 0;
        }
        Matrix matrix = new Matrix(features, 2, new float[rows]);
        Linear fitted = new PenalisedFit(matrix, targets, 2).logistic();
        double best = loss(fitted, matrix, targets);
        for (int weight = -1; weight < 2; weight++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] weights = fitted.weights();
                double intercept = fitted.intercept() + (weight < 0 ? step : 0);
                if (weight >= 0) {
                    weights[weight] += step;
                }
                assertThat(loss(new Linear(intercept, weights, fitted.fill()), matrix, targets))
                        .isGreaterThan(best);
            }
        }
        assertThat(fitted.weights()[0]).isCloseTo(1.5, within(0.4));
        assertThat(fitted.weights()[1]).isCloseTo(0, within(0.15));
    }

    @Test
    void classesThatOneFeatureTellsApartDoNotSendWeightsToInfinity() {
        float[] features = {1, 2, 3, 4, 5, 6};
        Linear fitted = new PenalisedFit(new Matrix(features, 1, new float[6]), new double[] {0, 0, 0, 1, 1, 1}, 0.1)
                .logistic();
        assertThat(fitted.weights()[0]).isBetween(0.5, 10.0);
        Linear one = new PenalisedFit(new Matrix(features, 1, new float[6]), new double[6], 1).logistic();
        assertThat(Logistic.probability(one.intercept())).isLessThan(0.01);
    }

    @Test
    void aConditionAnswersHowFrequentTheClassWasWhereItHeld() {
        Schema schema = new Schema(List.of(new Schema.Column("x", Type.DOUBLE)));
        Columns rows = new Columns(schema, 8);
        double[] truths = {1, 1, 0, 0, 0, 1, 0, 0};
        for (double x : new double[] {9, 8, 7, 1, 2, 3, Double.NaN, 1}) {
            rows.set(0, rows.append(), x);
        }
        Scope scope = Scope.of(schema);
        Expression rule = Expression.compile(ClassRule.formula("x > 5", scope, rows, truths), scope);
        double all = 3 / 8.0;
        assertThat(rule.number(rows, 0)).isCloseTo((2 + all) / 4, within(1e-12));
        assertThat(rule.number(rows, 3)).isCloseTo((1 + all) / 5, within(1e-12));
        assertThat(rule.number(rows, 6)).isCloseTo(all / 2, within(1e-12));
        Expression number = Expression.compile(ClassRule.formula("x / 4", scope, rows, truths), scope);
        assertThat(number.number(rows, 0)).isEqualTo(1);
        assertThat(number.number(rows, 3)).isEqualTo(0.25);
        assertThat(number.number(rows, 6)).isNaN();
    }

    private static double loss(Linear linear, Matrix matrix, double[] targets) {
        Standard standard = Standard.of(matrix);
        double loss = 0;
        for (int i = 0; i < 2; i++) {
            double weight = linear.weights()[i] * standard.deviations()[i];
            loss += weight * weight;
        }
        for (int row = 0; row < targets.length; row++) {
            double sum = linear.answer(matrix.features(), 2 * row, new int[0]);
            loss += Math.log1p(Math.exp(sum)) - targets[row] * sum;
        }
        return loss;
    }
}
