package dev.hansom.score.pipeline;

/// The same answer whatever comes.
@SuppressWarnings("ArrayRecordComponent")
public record Constant(int width, double[] values) implements Estimator {
    @Override
    public int outputs() {
        return values.length;
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, 0, into, row * values.length, values.length);
        }
    }
}
