package dev.hansom.learn;

/// Features row after row in float32 (NaN where missing), and the target of each row.
@SuppressWarnings("ArrayRecordComponent")
record Matrix(float[] features, int columns, float[] targets) {
    int rows() {
        return targets.length;
    }

    /// The rows from `from` to `to`, the end left out.
    Matrix part(int from, int to) {
        return new Matrix(
                java.util.Arrays.copyOfRange(features, from * columns, to * columns),
                columns,
                java.util.Arrays.copyOfRange(targets, from, to));
    }
}
