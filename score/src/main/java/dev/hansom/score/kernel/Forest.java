package dev.hansom.score.kernel;

/// Regression trees in packed words; float32 comparisons and float32 sums in tree order that start at the base score,
/// bit for bit as XGBoost answers.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public final class Forest implements Kernel {
    private Forest() {}

    /// The raw answer for `features` from `offset`.
    public double answer(float[] features, int offset) {
        throw new UnsupportedOperationException();
    }
}
