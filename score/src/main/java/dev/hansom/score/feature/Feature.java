package dev.hansom.score.feature;

/// One number that a learner sees: an expression over fields, definitions and lookups.
public record Feature(String name, String expression) {}
