package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How the leaves of a forest's trees become sums, one for each output: output `outputs[t]` starts at its
/// base, the leaf of each of its trees is added in order, and the sum is divided by `divisor` and multiplied
/// with `slope`.
@SuppressWarnings("ArrayRecordComponent")
public record Sums(Arithmetic arithmetic, double[] bases, int[] outputs, double divisor, double slope) {
    /// Errors: an output that has no base is an [IllegalArgumentException].
    public Sums {
        bases = bases.clone();
        outputs = outputs.clone();
        if (bases.length == 0) {
            throw new IllegalArgumentException("no output (expected: 1 or more)");
        }
        for (int output : outputs) {
            if (output < 0 || output >= bases.length) {
                throw new IllegalArgumentException(
                        "output " + output + " of a tree (expected: 0 to " + (bases.length - 1) + ")");
            }
        }
    }

    /// One output: a float32 sum of all `trees` trees that starts at `base`.
    static Sums single(float base, int trees) {
        return new Sums(Arithmetic.SINGLE, new double[] {base}, new int[trees], 1, 1);
    }

    /// `trees` trees whose outputs take turns.
    public static Sums inTurn(Arithmetic arithmetic, double[] bases, int trees) {
        int[] outputs = IntStream.range(0, trees)
                .map(t -> t % Math.max(1, bases.length))
                .toArray();
        return new Sums(arithmetic, bases, outputs, 1, 1);
    }

    /// A copy of where the sums start.
    @Override
    public double[] bases() {
        return bases.clone();
    }

    /// A copy of the output to which each tree adds.
    @Override
    public int[] outputs() {
        return outputs.clone();
    }

    /// How many outputs.
    public int width() {
        return bases.length;
    }

    double base(int output) {
        return bases[output];
    }

    int output(int tree) {
        return outputs[tree];
    }

    /// Whether the sums are the answer of a link as they stand.
    boolean plain() {
        return divisor == 1 && slope == 1;
    }

    void start(double[] sums, int at) {
        System.arraycopy(bases, 0, sums, at, bases.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums
                && arithmetic == sums.arithmetic
                && Arrays.equals(bases, sums.bases)
                && Arrays.equals(outputs, sums.outputs)
                && divisor == sums.divisor
                && slope == sums.slope;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bases) * 31 + Arrays.hashCode(outputs);
    }
}
