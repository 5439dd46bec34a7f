package dev.hansom.score.kernel;

/// How the sum of a forest becomes its answer.
public enum Link {
    /// The sum itself.
    IDENTITY {
        @Override
        public float answer(float sum) {
            return sum;
        }

        @Override
        public float sum(float answer) {
            return answer;
        }
    },
    /// `1 / (1 + exp(-sum))`: a probability. Source: XGBoost 3.4, `common::Sigmoid` (float32, exponent capped at 88.7).
    LOGISTIC {
        @Override
        public float answer(float sum) {
            return 1.0f / ((float) Math.exp(Math.min(-sum, 88.7f)) + 1.0f + 1e-16f);
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
        public float sum(float answer) {
            return (float) Math.log(answer);
        }
    };

    /// The answer for a sum.
    public abstract float answer(float sum);

    /// The sum that has this answer.
    public abstract float sum(float answer);
}
