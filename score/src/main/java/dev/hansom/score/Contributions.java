package dev.hansom.score;

import java.util.Arrays;
import java.util.List;

/// How an answer came about: what each feature added to the bias, which is the answer without knowing any
/// feature.
///
/// Together they are the sum behind the answer, before the model's link (the log-odds of a probability) and
/// range.
/// Source: Shapley values, see `Shap` in `kernel`.
/// Threads: immutable.
@SuppressWarnings("ArrayRecordComponent")
public record Contributions(List<String> names, double[] values, double bias) {
    /// Errors: another number of values than of names is an [IllegalArgumentException].
    public Contributions {
        names = List.copyOf(names);
        values = values.clone();
        if (names.size() != values.length) {
            throw new IllegalArgumentException(
                    values.length + " contributions (expected: " + names.size() + ", one a feature)");
        }
    }

    /// A copy of the contributions, in the order of the names.
    @Override
    public double[] values() {
        return values.clone();
    }

    /// What the feature `name` added.
    /// Errors: an unknown feature is an [IllegalArgumentException].
    public double of(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no feature " + name + " (expected: one of " + names + ")");
        }
        return values[index];
    }

    /// The bias and all contributions.
    public double sum() {
        return bias + Arrays.stream(values).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contributions those
                && names.equals(those.names)
                && Arrays.equals(values, those.values)
                && Double.compare(bias, those.bias) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Double.hashCode(bias);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("bias ").append(bias);
        for (int i = 0; i < values.length; i++) {
            text.append(", ").append(names.get(i)).append(' ').append(values[i]);
        }
        return text.toString();
    }
}
