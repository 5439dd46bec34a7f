package dev.hansom.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A fact that never changes: version so and so of a name answers by the model file of that hash.
public record ModelVersion(
        String name,
        int version,
        VersionKind kind,
        String sha256,
        Optional<String> runId,
        String description,
        Map<String, String> tags,
        Instant createdAt) {}
