package dev.hansom.score.kernel;

/// A leaf that is a weighted sum, `constant + Σ weight * x`, as long as no x of it is NaN; else the leaf's
/// own number counts. Source: LightGBM's `linear_tree`.
@SuppressWarnings("ArrayRecordComponent")
public record LinearLeaf(double constant, int[] features, double[] weights) {
    /// Errors: another number of weights than features is an [IllegalArgumentException].
    public LinearLeaf {
        if (features.length != weights.length) {
            throw new IllegalArgumentException(
                    features.length + " features and " + weights.length + " weights (expected: as many)");
        }
        features = features.clone();
        weights = weights.clone();
    }

    /// A copy of the features, in the order in which they are added.
    @Override
    public int[] features() {
        return features.clone();
    }

    /// A copy of the weights.
    @Override
    public double[] weights() {
        return weights.clone();
    }

    int length() {
        return features.length;
    }

    int feature(int index) {
        return features[index];
    }

    double weight(int index) {
        return weights[index];
    }
}
