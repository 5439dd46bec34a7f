package dev.hansom.score.kernel;

/// A human formula over fields, definitions and lookups: what makes a rule. It needs no features.
public record Formula(String expression) implements Kernel {}
