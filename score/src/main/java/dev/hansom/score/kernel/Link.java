package dev.hansom.score.kernel;

/// How the sums of a forest become its answer, in the forest's [Arithmetic].
public enum Link {
    /// The sum itself.
    IDENTITY,
    /// `1 / (1 + exp(-sum))`: a probability. Source: XGBoost 3.4, `common::Sigmoid` (float32, exponent
    /// capped at 88.7); LightGBM 4.6, `BinaryLogloss::ConvertOutput` (float64).
    LOGISTIC {
        @Override
        public float answer(float sum) {
            return 1.0f / ((float) Math.exp(Math.min(-sum, 88.7f)) + 1.0f + 1e-16f);
        }

        @Override
        double answer(double sum) {
            return 1 / (1 + Math.exp(-sum));
        }

        @Override
        public float sum(float answer) {
            return -(float) Math.log(1.0f / answer - 1.0f);
        }
    },
    /// `exp(sum)`: a positive mean.
    EXPONENTIAL {
        @Override
        public float answer(float sum) {
            return (float) Math.exp(sum);
        }

        @Override
        double answer(double sum) {
            return Math.exp(sum);
        }

        @Override
        public float sum(float answer) {
            return (float) Math.log(answer);
        }
    },
    /// 1 for a sum above 0, else 0. Source: XGBoost's `binary:hinge`.
    HINGE {
        @Override
        public float answer(float sum) {
            return sum > 0 ? 1 : 0;
        }

        @Override
        double answer(double sum) {
            return sum > 0 ? 1 : 0;
        }
    },
    /// The square with the sign of the sum. Source: LightGBM's `reg_sqrt`.
    SIGNED_SQUARE {
        @Override
        public float answer(float sum) {
            return Math.signum(sum) * sum * sum;
        }

        @Override
        double answer(double sum) {
            return Math.signum(sum) * sum * sum;
        }
    },
    /// `log(1 + exp(sum))`. Source: LightGBM's `cross_entropy_lambda`.
    SOFTPLUS {
        @Override
        public float answer(float sum) {
            return (float) answer((double) sum);
        }

        @Override
        double answer(double sum) {
            return Math.log1p(Math.exp(sum));
        }
    },
    /// Each output's share of the exponentials of all: probabilities that add up to 1.
    SOFTMAX {
        @Override
        void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
            double most = sums[from];
            for (int i = 1; i < count; i++) {
                most = Math.max(most, sums[from + i]);
            }
            boolean single = arithmetic == Arithmetic.SINGLE;
            double total = 0;
            for (int i = 0; i < count; i++) {
                double part = Math.exp(single ? (float) (sums[from + i] - most) : sums[from + i] - most);
                into[at + i] = single ? (float) part : part;
                total += into[at + i];
            }
            for (int i = 0; i < count; i++) {
                into[at + i] = single ? (float) into[at + i] / (float) total : into[at + i] / total;
            }
        }
    },
    /// The number of the first output that is greatest: a class. The answer is one number.
    GREATEST {
        @Override
        void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = sums[from + i] > sums[from + best] ? i : best;
            }
            into[at] = best;
        }
    };

    /// The answer for a sum, in float32.
    public float answer(float sum) {
        return sum;
    }

    double answer(double sum) {
        return sum;
    }

    /// The sum that has this answer, in float32; the answer itself where that cannot be asked back.
    public float sum(float answer) {
        return answer;
    }

    /// How many numbers the answer for `outputs` sums has.
    int outputs(int outputs) {
        return this == GREATEST ? 1 : outputs;
    }

    /// The answer for one sum.
    final double answer(Arithmetic arithmetic, double sum) {
        return arithmetic == Arithmetic.SINGLE ? answer((float) sum) : answer(sum);
    }

    /// The answer for `count` sums; `into` may be `sums`, with `at` equal to `from`.
    void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = answer(arithmetic, sums[from + i]);
        }
    }
}
