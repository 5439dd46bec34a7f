package dev.hansom.project;

/// What is predicted: its name in expressions, the expression over the fields that gives it, and its unit.
public record Target(String name, String expression, String unit) {}
