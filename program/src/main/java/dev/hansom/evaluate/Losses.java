package dev.hansom.evaluate;

/// What a scorer lost on some rows: exact sums, so that parts add up to the whole.
///
/// `rows` were answered and have a truth; `unanswered` have a truth and no answer, and are in no sum.
/// `absolute` is Σ|e| and `squared` is Σe². Where truths are 1 or 0, `logarithmic` is the sum of -ln of the probability
/// given to what turned out, and `wrong` counts the answers on the wrong side of one half. Threads: immutable.
public record Losses(long rows, long unanswered, double absolute, double squared, double logarithmic, long wrong) {
    /// Nothing scored yet.
    public static final Losses NONE = new Losses(0, 0, 0, 0);

    /// Losses of numbers, not of probabilities.
    public Losses(long rows, long unanswered, double absolute, double squared) {
        this(rows, unanswered, absolute, squared, 0, 0);
    }

    /// What the answers lose, one for each of `rows`; a row without a truth counts nowhere.
    public static Losses of(double[] answers, LabelledRows rows) {
        Sum sum = new Sum();
        for (int row = 0; row < answers.length; row++) {
            if (!Double.isNaN(rows.truth(row))) {
                sum.add(answers[row], rows.truth(row));
            }
        }
        return sum.losses();
    }

    /// What one answer loses; NaN where there was none. The truth is known.
    public static Losses of(double answer, double truth) {
        Sum sum = new Sum();
        sum.add(answer, truth);
        return sum.losses();
    }

    /// These rows and the others.
    public Losses plus(Losses other) {
        return new Losses(
                rows + other.rows,
                unanswered + other.unanswered,
                absolute + other.absolute,
                squared + other.squared,
                logarithmic + other.logarithmic,
                wrong + other.wrong);
    }

    /// The metric over the answered rows; NaN where there are none, and for one that sums do not tell.
    public double value(Metric metric) {
        return switch (metric) {
            case MAE -> absolute / rows;
            case MSE, BRIER -> squared / rows;
            case RMSE -> Math.sqrt(squared / rows);
            case LOG_LOSS -> logarithmic / rows;
            case ACCURACY -> 1 - (double) wrong / rows;
            case AUC -> Double.NaN;
        };
    }

    /// Losses in the making. Threads: for one thread.
    static final class Sum {
        private long rows;
        private long unanswered;
        private double absolute;
        private double squared;
        private double logarithmic;
        private long wrong;

        /// One more row: its answer, NaN where there was none, and its truth.
        void add(double answer, double truth) {
            double error = answer - truth;
            if (Double.isNaN(error)) {
                unanswered++;
                return;
            }
            rows++;
            absolute += Math.abs(error);
            squared += error * error;
            if (truth == 0 || truth == 1) {
                logarithmic += Metric.logLoss(answer, truth);
                wrong += (answer >= 0.5) == (truth == 1) ? 0 : 1;
            }
        }

        /// What has come together so far.
        Losses losses() {
            return new Losses(rows, unanswered, absolute, squared, logarithmic, wrong);
        }
    }
}
