package dev.hansom.score.kernel;

/// A probability from a weighted sum: `1 / (1 + exp(-sum))`, in double precision.
///
/// Threads: immutable.
public record Logistic(Linear linear) implements NumberKernel {
    @Override
    public int width() {
        return linear.width();
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public double answer(float[] features, int offset, int[] scratch) {
        return probability(linear.answer(features, offset, scratch));
    }

    /// Those of the weighted sum.
    @Override
    public Explainer explainer() {
        return linear.explainer();
    }

    /// The probability of a sum.
    public static double probability(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
