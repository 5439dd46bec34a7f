package dev.hansom.design;

/// What a feature of the first model knows of the target alone; the figures are those of
/// [dev.hansom.check.FieldFinding].
public record FeatureFinding(
        String feature, String expression, double score, double missingScore, double missing, boolean suspicious) {}
