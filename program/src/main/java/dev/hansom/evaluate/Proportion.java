package dev.hansom.evaluate;

import org.hipparchus.distribution.continuous.BetaDistribution;

/// What a share in the long run can be, from a share that was counted.
///
/// Source: Clopper and Pearson (1934).
public final class Proportion {
    private Proportion() {}

    /// The upper bound of the share behind `count` of `rows`, right with `confidence`.
    public static double upper(long count, long rows, double confidence) {
        if (count >= rows) {
            return 1;
        }
        return new BetaDistribution(count + 1.0, (double) (rows - count)).inverseCumulativeProbability(confidence);
    }
}
