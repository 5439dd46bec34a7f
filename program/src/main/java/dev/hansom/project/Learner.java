package dev.hansom.project;

import java.util.Map;

/// Which learner makes the model, with fixed parameters by their own names.
public record Learner(Kind kind, Map<String, Double> parameters) {
    /// The learners there are.
    public enum Kind {
        /// Gradient boosted trees.
        XGBOOST,
        /// Linear regression with an L2 penalty on standardised features.
        RIDGE
    }
}
