package dev.hansom.monitor;

import dev.hansom.data.Window;
import java.util.List;

/// One window of traffic: who answered, how its columns differ from the reference, how good the answers were, and what
/// a person should know. Threads: immutable.
public record WatchedWindow(
        Window window, Answered answered, List<Drift> drifts, Quality quality, List<Finding> findings) {
    public WatchedWindow {
        drifts = List.copyOf(drifts);
        findings = List.copyOf(findings);
    }

    /// The worst of its findings.
    public Status status() {
        return Status.worst(findings.stream().map(Finding::status));
    }
}
