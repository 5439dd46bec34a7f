package dev.hansom.score.file;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Link;

/// A `gblinear` of XGBoost: a float32 sum for each output that starts at bias plus base; what is missing
/// adds nothing.
///
/// `weights` holds the weights of all outputs for each feature in turn, and last the biases; nothing before the first
/// round, where each sum is the base.
/// Threads: immutable.
@SuppressWarnings("ArrayRecordComponent")
record XgboostLinear(
        Schema schema, boolean named, float[] bases, float[] weights, XgboostObjective objective, String description)
        implements ForeignModel {
    /// Errors: another number of weights than features and outputs ask for is an [IllegalArgumentException].
    XgboostLinear {
        long expected = (schema.size() + 1L) * bases.length;
        if (weights.length != expected && weights.length > 0) {
            throw new IllegalArgumentException(weights.length + " weights (expected: " + expected + ", or none)");
        }
    }

    @Override
    public int outputs() {
        return objective.link() == Link.GREATEST ? 1 : bases.length;
    }

    @Override
    public String answers() {
        return objective.answers();
    }

    @Override
    public double score(Columns columns, int row) {
        double[] answers = new double[outputs()];
        scores(columns, row, answers, 0);
        return answers[0];
    }

    @Override
    public void scores(Columns columns, int row, double[] into, int offset) {
        double[] sums = new double[bases.length];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = weights.length == 0 ? bases[output] : sum(columns, row, output);
        }
        objective.link().answer(Arithmetic.SINGLE, sums, 0, sums.length, into, offset);
    }

    private float sum(Columns columns, int row, int output) {
        float sum = weights[schema.size() * bases.length + output] + bases[output];
        for (int i = 0; i < schema.size(); i++) {
            float x = (float) columns.number(i, row);
            sum += Float.isNaN(x) ? 0 : x * weights[i * bases.length + output];
        }
        return sum;
    }
}
