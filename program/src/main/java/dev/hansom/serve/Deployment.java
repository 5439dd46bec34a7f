package dev.hansom.serve;

import java.util.Optional;

/// The wish for one project, as the registry's aliases state it: which version answers, which rule is the fallback and
/// the yardstick, which version answers nobody and is logged.
public record Deployment(String project, Optional<Wanted> champion, Optional<Wanted> rule, Optional<Wanted> shadow) {
    /// A version and the SHA-256 (64 hex digits) under which its file is kept.
    public record Wanted(int version, String sha256) {}
}
