package dev.hansom.registry;

import java.time.Instant;

/// The gate as it was asked of a version at an instant.
public record Gate(String name, int version, GateResult result, Instant askedAt) {}
