package dev.hansom.score.pipeline;

import java.util.List;

/// The weighted mean of the answers of several estimators of the same numbers.
@SuppressWarnings("ArrayRecordComponent")
public record Mean(List<Estimator> estimators, double[] weights) implements Estimator {
    public Mean {
        estimators = List.copyOf(estimators);
    }

    @Override
    public int width() {
        return estimators.get(0).width();
    }

    @Override
    public int outputs() {
        return estimators.get(0).outputs();
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        double[] one = new double[rows * outputs()];
        double[] sums = new double[one.length];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            estimators.get(i).answers(features, rows, one);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += one[j] * weights[i];
            }
            total += weights[i];
        }
        for (int j = 0; j < sums.length; j++) {
            into[j] = sums[j] / total;
        }
    }
}
