package dev.hansom.learn;

/// The mean and the deviation of each feature over its rows; a constant feature has deviation 1.
@SuppressWarnings("ArrayRecordComponent")
record Standard(double[] means, double[] deviations) {
    static Standard of(Matrix matrix) {
        int width = matrix.columns();
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int i = 0; i < width; i++) {
            long count = 0;
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < matrix.rows(); row++) {
                float value = matrix.features()[row * width + i];
                if (!Float.isNaN(value)) {
                    count++;
                    sum += value;
                }
            }
            means[i] = count == 0 ? 0 : sum / count;
            for (int row = 0; row < matrix.rows(); row++) {
                float value = matrix.features()[row * width + i];
                squares += Float.isNaN(value) ? 0 : (value - means[i]) * (value - means[i]);
            }
            double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
            deviations[i] = deviation == 0 ? 1 : deviation;
        }
        return new Standard(means, deviations);
    }

    /// The standardised features of row `row` into `z`.
    void apply(Matrix matrix, int row, double[] z) {
        int width = matrix.columns();
        for (int i = 0; i < width; i++) {
            float value = matrix.features()[row * width + i];
            z[i] = Float.isNaN(value) ? 0 : (value - means[i]) / deviations[i];
        }
    }
}
