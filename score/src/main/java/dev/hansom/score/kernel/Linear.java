package dev.hansom.score.kernel;

/// A weighted sum: `intercept + Σ weight * x`, where a missing x counts as its `fill`.
///
/// The sum is taken in double precision in the order of the features.
/// Threads: immutable.
@SuppressWarnings("ArrayRecordComponent")
public record Linear(double intercept, double[] weights, double[] fill) implements NumberKernel {
    public Linear {
        if (weights.length != fill.length) {
            throw new IllegalArgumentException(
                    weights.length + " weights and " + fill.length + " fills (expected: as many)");
        }
        weights = weights.clone();
        fill = fill.clone();
    }

    /// A copy of the weights.
    @Override
    public double[] weights() {
        return weights.clone();
    }

    /// A copy of what stands for missing features.
    @Override
    public double[] fill() {
        return fill.clone();
    }

    @Override
    public int width() {
        return weights.length;
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public double answer(float[] features, int offset, int[] scratch) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            float x = features[offset + i];
            sum += weights[i] * (Float.isNaN(x) ? fill[i] : x);
        }
        return sum;
    }

    /// A feature adds its weight times how far it is from its fill, which is what it is on average.
    @Override
    public Explainer explainer() {
        double bias = intercept;
        for (int i = 0; i < weights.length; i++) {
            bias += weights[i] * fill[i];
        }
        double all = bias;
        return (features, offset) -> {
            double[] into = new double[weights.length + 1];
            for (int i = 0; i < weights.length; i++) {
                float x = features[offset + i];
                into[i] = Float.isNaN(x) ? 0 : weights[i] * (x - fill[i]);
            }
            into[weights.length] = all;
            return into;
        };
    }
}
