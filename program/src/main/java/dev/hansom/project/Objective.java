package dev.hansom.project;

/// The metric that decides, the margin by which a model must beat the rule (in units of the metric), and why so much.
/// The deciding loss adds up per row: `mae` or `mse`.
public record Objective(String metric, double margin, String reason) {}
