package dev.hansom.project;

import java.util.Map;

/// The metric that decides, the margin by which a model must beat the rule (in units of the metric), and why so much.
/// The deciding loss adds up per row: `mae` or `mse`, for a class `log_loss` or `brier`. `trusted` names fields and
/// features that may say nearly all of the target alone without being leaks, each with the reason. `effort` is how much
/// work the comparison may be.
public record Objective(String metric, double margin, String reason, Map<String, String> trusted, Effort effort) {
    /// How much work the comparison of a large table may be.
    public enum Effort {
        /// What is enough for a verdict.
        AUTO,
        /// All that training would do, for each of the compared stretches.
        FULL
    }

    public Objective {
        trusted = Map.copyOf(trusted);
    }

    /// Nothing is trusted to say nearly all.
    public Objective(String metric, double margin, String reason) {
        this(metric, margin, reason, Map.of(), Effort.AUTO);
    }
}
