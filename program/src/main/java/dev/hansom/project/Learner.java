package dev.hansom.project;

import java.util.List;
import java.util.Map;

/// Which learner makes the model, with fixed parameters by their own names.
public record Learner(Kind kind, Map<String, Double> parameters) {
    /// The learners there are.
    public enum Kind {
        /// Gradient boosted trees. `rounds` fixes their number; without it, early stopping chooses.
        XGBOOST,
        /// Linear regression with an L2 penalty on standardised features.
        RIDGE;

        /// The names of its parameters.
        public List<String> parameters() {
            return switch (this) {
                case XGBOOST ->
                    List.of(
                            "rounds",
                            "max_depth",
                            "eta",
                            "min_child_weight",
                            "subsample",
                            "colsample_bytree",
                            "lambda",
                            "alpha",
                            "gamma",
                            "max_bin");
                case RIDGE -> List.of("penalty");
            };
        }
    }
}
