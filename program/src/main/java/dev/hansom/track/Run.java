package dev.hansom.track;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One attempt and what happened in it. `id` has 32 hexadecimal digits; `metrics` holds the latest of each name.
public record Run(
        String id,
        long experimentId,
        String name,
        RunStatus status,
        Instant startedAt,
        Optional<Instant> endedAt,
        Map<String, String> params,
        Map<String, String> tags,
        Map<String, RunMetric> metrics) {
    /// The latest value of a metric, if the run reported it.
    public OptionalDouble metric(String name) {
        RunMetric metric = metrics.get(name);
        return metric == null ? OptionalDouble.empty() : OptionalDouble.of(metric.value());
    }
}
