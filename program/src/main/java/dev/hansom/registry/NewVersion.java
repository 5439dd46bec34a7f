package dev.hansom.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a version before it has a number. `sha256` is a content in the store's blobs.
public record NewVersion(
        String name,
        VersionKind kind,
        String sha256,
        @Nullable String runId,
        String description,
        Map<String, String> tags) {
    public NewVersion {
        tags = Map.copyOf(tags);
    }
}
