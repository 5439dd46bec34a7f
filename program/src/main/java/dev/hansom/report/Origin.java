package dev.hansom.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the facts of a page come from: when they were made, the command that makes them again, and what went in
/// (code revision, fingerprint of the data, hash of the project, seed, versions), in the given order.
public record Origin(Instant madeAt, String command, Map<String, String> provenance) {
    public Origin {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }
}
