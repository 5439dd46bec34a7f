package dev.hansom.learn;

/// Features row after row in float32 (NaN where missing), and the target of each row.
@SuppressWarnings("ArrayRecordComponent")
record Matrix(float[] features, int columns, float[] targets) {
    int rows() {
        return targets.length;
    }

    /// The rows for which `which` is as `wanted`, in order.
    Matrix part(boolean[] which, boolean wanted) {
        int size = 0;
        for (boolean one : which) {
            size += one == wanted ? 1 : 0;
        }
        float[] kept = new float[size * columns];
        float[] labels = new float[size];
        int to = 0;
        for (int row = 0; row < which.length; row++) {
            if (which[row] == wanted) {
                System.arraycopy(features, row * columns, kept, to * columns, columns);
                labels[to++] = targets[row];
            }
        }
        return new Matrix(kept, columns, labels);
    }
}
