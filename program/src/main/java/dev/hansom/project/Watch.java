package dev.hansom.project;

import java.time.Period;

/// What monitoring compares: windows of this length by `at`, and the share of labels from which quality is judged.
public record Watch(Period window, double coverage) {}
