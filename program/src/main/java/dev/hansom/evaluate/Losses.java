package dev.hansom.evaluate;

/// What a scorer lost on some rows: exact sums, so that parts add up to the whole.
///
/// `rows` were answered and have a truth; `unanswered` have a truth and no answer, and are in no sum.
/// `absolute` is Σ|e| and `squared` is Σe². Threads: immutable.
public record Losses(long rows, long unanswered, double absolute, double squared) {
    /// Nothing scored yet.
    public static final Losses NONE = new Losses(0, 0, 0, 0);

    /// What the answers lose, one for each of `rows`; a row without a truth counts nowhere.
    public static Losses of(double[] answers, LabelledRows rows) {
        Sum sum = new Sum();
        for (int row = 0; row < answers.length; row++) {
            if (!Double.isNaN(rows.truth(row))) {
                sum.add(answers[row] - rows.truth(row));
            }
        }
        return sum.losses();
    }

    /// These rows and the others.
    public Losses plus(Losses other) {
        return new Losses(
                rows + other.rows, unanswered + other.unanswered, absolute + other.absolute, squared + other.squared);
    }

    /// The metric over the answered rows; NaN where there are none.
    public double value(Metric metric) {
        return switch (metric) {
            case MAE -> absolute / rows;
            case MSE -> squared / rows;
            case RMSE -> Math.sqrt(squared / rows);
        };
    }

    /// Losses in the making. Threads: for one thread.
    static final class Sum {
        private long rows;
        private long unanswered;
        private double absolute;
        private double squared;

        /// One more row with this error (answer minus truth); NaN where there was no answer.
        void add(double error) {
            if (Double.isNaN(error)) {
                unanswered++;
            } else {
                rows++;
                absolute += Math.abs(error);
                squared += error * error;
            }
        }

        /// What has come together so far.
        Losses losses() {
            return new Losses(rows, unanswered, absolute, squared);
        }
    }
}
