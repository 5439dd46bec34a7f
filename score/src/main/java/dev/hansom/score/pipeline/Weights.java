package dev.hansom.score.pipeline;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Weighted sums, one an output, in double precision in the order of the numbers, each with its intercept added at the
/// end; `link` makes the answer of a sum.
@SuppressWarnings("ArrayRecordComponent")
public record Weights(int width, double[][] weights, double[] intercepts, DoubleUnaryOperator link)
        implements Estimator {
    public Weights {
        if (weights.length != intercepts.length) {
            throw new IllegalArgumentException(
                    weights.length + " rows of weights and " + intercepts.length + " intercepts (expected: as many)");
        }
        for (double[] row : weights) {
            if (row.length != width) {
                throw new IllegalArgumentException(row.length + " weights (expected: " + width + ")");
            }
        }
    }

    @Override
    public int outputs() {
        return weights.length;
    }

    /// An infinite weight makes something of a 0.
    @Override
    public boolean takesSparse() {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    @Override
    public void answer(Sparse row, double[] into, int at) {
        for (int output = 0; output < weights.length; output++) {
            double[] weight = weights[output];
            double sum = 0;
            for (int i = 0; i < row.size(); i++) {
                sum += row.number(i) * weight[row.place(i)];
            }
            into[at + output] = link.applyAsDouble(sum + intercepts[output]);
        }
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < weights.length; output++) {
                double[] weight = weights[output];
                double sum = 0;
                for (int i = 0; i < weight.length; i++) {
                    sum += features[row * width + i] * weight[i];
                }
                into[row * weights.length + output] = link.applyAsDouble(sum + intercepts[output]);
            }
        }
    }
}
