package dev.hansom.project;

import java.util.Optional;

/// What is predicted: its name in expressions, the expression over the fields that gives it, its unit, and the
/// timestamp
/// expression that says when it was known (else the row's time and the label delay).
public record Target(String name, String expression, String unit, Optional<String> knownAt) {
    /// A target that is known when the label delay is over.
    public Target(String name, String expression, String unit) {
        this(name, expression, unit, Optional.empty());
    }
}
