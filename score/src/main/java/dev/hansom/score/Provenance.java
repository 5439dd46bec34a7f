package dev.hansom.score;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Where a scorer comes from: code revision, data fingerprint, project hash, seed, versions, by name, sorted.
///
/// Threads: immutable.
public record Provenance(Map<String, String> facts) {
    public Provenance {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
