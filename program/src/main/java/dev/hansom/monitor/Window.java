package dev.hansom.monitor;

import dev.hansom.evaluate.Span;
import java.util.List;

/// One window of traffic: who answered, how its columns differ from the reference, how good the answers were, and what
/// a person should know. Threads: immutable.
public record Window(Span span, Answered answered, List<Drift> drifts, Quality quality, List<Finding> findings) {
    public Window {
        drifts = List.copyOf(drifts);
        findings = List.copyOf(findings);
    }

    /// The worst of its findings.
    public Status status() {
        return Status.worst(findings.stream().map(Finding::status));
    }
}
