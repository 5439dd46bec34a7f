package dev.hansom.score.kernel;

import java.util.Arrays;

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
        public float answer(float sum) {
            return 1;
        }

        @Override
        double answer(double sum) {
            return 1;
        }

        @Override
        public void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
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
    /// The first sum as it is, and each further answer above the one before by `log(1 + exp(sum))` and a
    /// millionth.
    /// Source: XGBoost 3.4, `reg:expectileerror` with several expectiles (which do not cross), float32.
    RISING {
        @Override
        public void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
            float before = (float) sums[from];
            into[at] = before;
            for (int i = 1; i < count; i++) {
                before += (float) Math.log1p(Math.exp(sums[from + i])) + LEAST_RISE;
                into[at + i] = before;
            }
        }
    },
    /// The sums in ascending order.
    /// Source: XGBoost 3.4, `reg:quantileerror` with several quantiles (which do not cross).
    ASCENDING {
        @Override
        public void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
            System.arraycopy(sums, from, into, at, count);
            Arrays.sort(into, at, at + count);
        }
    },
    /// The number of the first output that is greatest: a class. The answer is one number.
    GREATEST {
        @Override
        public float answer(float sum) {
            return 0;
        }

        @Override
        double answer(double sum) {
            return 0;
        }

        @Override
        public void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = sums[from + i] > sums[from + best] ? i : best;
            }
            into[at] = best;
        }
    };

    private static final float LEAST_RISE = 1e-6f;

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

    /// Changes `answers`, in which an answer is given, to the sums that have it, in float32.
    public void sums(double[] answers) {
        for (int i = answers.length - 1; i >= 0; i--) {
            answers[i] = this == RISING && i > 0
                    ? (float) Math.log(Math.expm1((float) answers[i] - (float) answers[i - 1] - LEAST_RISE))
                    : sum((float) answers[i]);
        }
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
    public void answer(Arithmetic arithmetic, double[] sums, int from, int count, double[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = answer(arithmetic, sums[from + i]);
        }
    }
}
