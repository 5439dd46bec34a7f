package dev.hansom.project;

/// The rule: an expression over fields, definitions and lookups, and the reason why it is a good one.
public record RulePlan(String expression, String reason) {}
