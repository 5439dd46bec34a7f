package dev.hansom.track;

import java.time.Instant;

/// What belongs together among runs: a project has one of its name. Number 0 is `Default`.
public record Experiment(long id, String name, Instant createdAt) {}
