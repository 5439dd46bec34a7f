package dev.hansom.monitor;

/// What a distribution is of.
public enum Subject {
    /// A field of the asked rows.
    FIELD,
    /// What turned out, on the rows whose truth counts.
    TARGET,
    /// What was answered.
    PREDICTION
}
