package dev.hansom.score.pipeline;

/// The class with the highest score, the first of equals, as its place; where there is one score for two classes, the
/// second from `threshold` on: above it, or at it where `reached`. NaN where a score is.
public record Classes(Estimator scores, double threshold, boolean reached) implements Estimator {
    @Override
    public int width() {
        return scores.width();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        int count = scores.outputs();
        double[] all = new double[rows * count];
        scores.answers(features, rows, all);
        for (int row = 0; row < rows; row++) {
            into[row] = count == 1 ? second(all[row]) : greatest(all, row * count, count);
        }
    }

    @Override
    public boolean takesSparse() {
        return scores.takesSparse();
    }

    @Override
    public void answer(Sparse row, double[] into, int at) {
        double[] all = new double[scores.outputs()];
        scores.answer(row, all, 0);
        into[at] = all.length == 1 ? second(all[0]) : greatest(all, 0, all.length);
    }

    private double second(double score) {
        if (Double.isNaN(score)) {
            return score;
        }
        return score > threshold || (reached && score == threshold) ? 1 : 0;
    }

    private static double greatest(double[] scores, int from, int count) {
        int best = 0;
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(scores[from + i])) {
                return Double.NaN;
            }
            best = scores[from + i] > scores[from + best] ? i : best;
        }
        return best;
    }
}
