package dev.hansom.score.kernel;

/// A weighted sum: `intercept + Σ weight * x`, where a missing x counts as its `fill`.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public record Linear(double intercept, double[] weights, double[] fill) implements Kernel {
    /// The sum for `features` from `offset`.
    public double answer(float[] features, int offset) {
        throw new UnsupportedOperationException();
    }
}
