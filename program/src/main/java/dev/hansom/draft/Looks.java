package dev.hansom.draft;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What was seen of each column, by the name of its field.
final class Looks {
    private final Map<String, Look> byField = new HashMap<>();

    void put(String field, Look look) {
        byField.put(field, look);
    }

    Look of(DraftField field) {
        return Objects.requireNonNull(byField.get(field.name()), field.name());
    }

    /// Those that say most of the target first.
    int order(DraftField a, DraftField b) {
        return Double.compare(of(b).score(), of(a).score());
    }
}
