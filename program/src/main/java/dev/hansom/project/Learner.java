package dev.hansom.project;

import java.util.List;
import java.util.Map;

/// Which learner makes the model, with fixed parameters by their own names.
public record Learner(Kind kind, Map<String, Double> parameters) {
    /// A parameter by its name, and the numbers that it may have, both ends included.
    public record Parameter(String name, boolean whole, double least, double most) {
        boolean takes(double value) {
            return value >= least && value <= most && (!whole || value == Math.rint(value));
        }

        /// The numbers in words.
        String numbers() {
            return (whole ? "a whole number " : "a number ")
                    + (most == Double.MAX_VALUE
                            ? "from " + text(least) + " on"
                            : "from " + text(least) + " to " + text(most));
        }

        private static String text(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    /// The learners there are.
    public enum Kind {
        /// Gradient boosted trees. `rounds` fixes their number; without it, early stopping chooses.
        XGBOOST,
        /// Linear regression with an L2 penalty on standardised features.
        RIDGE;

        /// Its parameters. Source: XGBoost 3, parameters of the tree booster.
        public List<Parameter> parameters() {
            return switch (this) {
                case XGBOOST ->
                    List.of(
                            new Parameter("rounds", true, 1, 1_000_000),
                            new Parameter("max_depth", true, 1, 32),
                            new Parameter("eta", false, 0.0001, 1),
                            new Parameter("min_child_weight", false, 0, Double.MAX_VALUE),
                            new Parameter("subsample", false, 0.01, 1),
                            new Parameter("colsample_bytree", false, 0.01, 1),
                            new Parameter("lambda", false, 0, Double.MAX_VALUE),
                            new Parameter("alpha", false, 0, Double.MAX_VALUE),
                            new Parameter("gamma", false, 0, Double.MAX_VALUE),
                            new Parameter("max_bin", true, 2, 65_535));
                case RIDGE -> List.of(new Parameter("penalty", false, 0, Double.MAX_VALUE));
            };
        }
    }
}
