package dev.hansom.cli;

import dev.hansom.check.Finding;
import dev.hansom.check.Severity;
import dev.hansom.jobs.Outcome;
import dev.hansom.report.FindingFacts;
import java.util.List;
import java.util.stream.Collectors;

/// The findings of `check` for people.
final class FindingList {
    private FindingList() {}

    /// Two lines a finding: what it is, and where to look and what to do.
    static void print(Console console, List<Finding> findings) {
        int severities = width(
                findings.stream().map(finding -> finding.severity().slug()).toList());
        int kinds =
                width(findings.stream().map(finding -> finding.kind().slug()).toList());
        for (Finding finding : findings) {
            console.line("  " + padded(finding.severity().slug(), severities) + "  "
                    + padded(finding.kind().slug(), kinds) + "  " + finding.text());
            String places = FindingFacts.places(finding);
            console.line(" ".repeat(severities + kinds + 6)
                    + (places.isEmpty() ? "" : "see " + places + "; ")
                    + finding.next());
        }
    }

    /// How many there are of each severity.
    static String counts(Outcome.Checked checked) {
        return List.of(Severity.values()).stream()
                .filter(severity -> checked.count(severity) > 0)
                .map(severity ->
                        checked.count(severity) + " " + severity.slug() + (checked.count(severity) == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
