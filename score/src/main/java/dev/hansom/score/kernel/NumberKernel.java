package dev.hansom.score.kernel;

import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import java.util.List;

/// A kernel that reads numbers only: float32 features, NaN where missing.
///
/// Threads: implementations are immutable.
public sealed interface NumberKernel extends Kernel permits Linear, Logistic, Forest {
    /// How many features it reads.
    int width();

    /// How many numbers an answer has.
    default int outputs() {
        return 1;
    }

    /// The answer for the [#width()] numbers of `features` from `offset`: the first of its numbers.
    default double answer(float[] features, int offset) {
        return answer(features, offset, new int[scratch()]);
    }

    /// How many ints of room of the caller's an answer needs.
    int scratch();

    /// The answer for the [#width()] numbers of `features` from `offset`, with room for [#scratch()] ints
    /// that is the caller's: nothing is allocated.
    double answer(float[] features, int offset, int[] scratch);

    /// The answers for `rows` rows that stand in `features` row after row, written to `into` from `from`.
    default void answer(float[] features, int rows, double[] into, int from) {
        for (int row = 0; row < rows; row++) {
            into[from + row] = answer(features, row * width());
        }
    }

    /// Writes the [#outputs()] numbers of the answer, with room as for [#answer(float\[\], int, int\[\])].
    default void answers(float[] features, int offset, int[] scratch, double[] into, int at) {
        into[at] = answer(features, offset, scratch);
    }

    /// The answers for `rows` rows, row after row, [#outputs()] numbers each, written to `into` from `from`.
    default void answers(float[] features, int rows, double[] into, int from) {
        answer(features, rows, into, from);
    }

    /// What calculates [BoundKernel#contributions]; made once.
    /// Errors: [IllegalStateException] where nothing is known to calculate it from.
    Explainer explainer();

    /// Calculates contributions of float32 features.
    ///
    /// Threads: safe for many.
    interface Explainer {
        /// For each output the features' contributions in order, then the bias.
        double[] contributions(float[] features, int offset);
    }

    @Override
    default BoundKernel bind(Scope scope, List<Feature> features) {
        if (features.size() != width()) {
            throw new IllegalArgumentException(
                    features.size() + " features (expected: " + width() + ", what the kernel reads)");
        }
        return new EncodedKernel(new Encoder(scope, features), this);
    }
}
