package dev.hansom.track;

import java.time.Instant;

/// A number that a run reported: at a step of its work, at an instant. NaN is kept.
public record RunMetric(String name, double value, long step, Instant at) {}
