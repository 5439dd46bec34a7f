package dev.hansom.project;

import java.util.Optional;

/// What is predicted: its name in expressions, the expression over the fields that gives it, its unit, and the
/// timestamp
/// expression that says when it was known (else the row's time and the label delay).
///
/// A class is predicted as its probability, and its truth is 1 or 0: a boolean, a number that is 1 or 0, or a text that
/// is or is not `positive`.
public record Target(
        String name, String expression, String unit, Optional<String> knownAt, Task task, Optional<String> positive) {
    /// What kind of thing is predicted.
    public enum Task {
        /// A number.
        REGRESSION,
        /// One class against the rest: how probable it is.
        CLASSIFICATION
    }

    /// A number that is known when the label delay is over.
    public Target(String name, String expression, String unit) {
        this(name, expression, unit, Optional.empty());
    }

    /// A number.
    public Target(String name, String expression, String unit, Optional<String> knownAt) {
        this(name, expression, unit, knownAt, Task.REGRESSION, Optional.empty());
    }

    /// Whether it is a class.
    public boolean isClass() {
        return task == Task.CLASSIFICATION;
    }
}
