package dev.hansom.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The judgement: as bad as the worst window, or as the worst finding about all of the traffic.
///
/// `findings` are the worst first, each kind of thing once: what was found in several windows is told for the one where
/// it is
/// largest, with how many there are. All of them are in the windows. Threads: immutable.
public record Health(Status status, List<Finding> findings) {
    public Health {
        findings = List.copyOf(findings);
    }

    private record Kind(Status status, String about, Statistic statistic) {}

    static Health of(List<WatchedWindow> windows, List<Finding> overall) {
        Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
        windows.stream()
                .flatMap(window -> window.findings().stream())
                .forEach(finding -> kinds.computeIfAbsent(
                                new Kind(finding.status(), finding.about(), finding.statistic()),
                                _ -> new ArrayList<>())
                        .add(finding));
        List<Finding> all = Stream.concat(
                        overall.stream(), kinds.values().stream().map(same -> told(same, windows.size())))
                .sorted(Comparator.comparing(Finding::status).reversed())
                .toList();
        return new Health(Status.worst(all.stream().map(Finding::status)), all);
    }

    private static Finding told(List<Finding> same, int windows) {
        Finding worst = same.stream()
                .max(Comparator.comparingDouble(finding -> Math.abs(finding.size() - finding.limit())))
                .orElseThrow();
        return same.size() == 1
                ? worst
                : worst.saying(worst.text() + ", and so in " + same.size() + " of " + windows + " windows");
    }
}
