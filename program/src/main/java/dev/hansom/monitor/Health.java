package dev.hansom.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The judgement: as bad as the worst window, or as the worst finding about all of the traffic.
///
/// `findings` are all of them, the worst first. Threads: immutable.
public record Health(Status status, List<Finding> findings) {
    public Health {
        findings = List.copyOf(findings);
    }

    static Health of(List<WatchedWindow> windows, List<Finding> overall) {
        List<Finding> all = Stream.concat(
                        overall.stream(), windows.stream().flatMap(window -> window.findings().stream()))
                .sorted(Comparator.comparing(Finding::status).reversed())
                .toList();
        return new Health(Status.worst(all.stream().map(Finding::status)), all);
    }
}
