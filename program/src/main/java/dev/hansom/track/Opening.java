package dev.hansom.track;

import java.time.Instant;
import java.util.Optional;

/// One look of a job at a period that was held out. Every look makes the next one less honest, so looks are counted.
public record Opening(String project, String period, String job, Optional<String> runId, Instant at) {}
