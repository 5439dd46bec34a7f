package dev.hansom.cli;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.Finding;
import dev.hansom.check.Place;
import dev.hansom.check.Severity;
import dev.hansom.jobs.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The findings of `check` for people and for machines.
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
            String places = places(finding.evidence().examples());
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

    static Json json(Finding finding) {
        JsonBuilder json = Json.object()
                .put("kind", finding.kind().slug())
                .put("severity", finding.severity().slug())
                .put("subject", finding.subject())
                .put("text", finding.text());
        if (finding.evidence().of() > 0) {
            json.put("count", finding.evidence().count())
                    .put("of", finding.evidence().of())
                    .put("share", finding.evidence().share());
        }
        List<Json> examples = new ArrayList<>();
        for (Place place : finding.evidence().examples()) {
            examples.add(Json.object()
                    .put("file", place.file())
                    .put("row", place.row())
                    .build());
        }
        return json.put("examples", new Json.Items(examples))
                .put("next", finding.next())
                .build();
    }

    private static String places(List<Place> places) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Place place : places) {
            rows.computeIfAbsent(place.file(), key -> new ArrayList<>()).add(String.valueOf(place.row()));
        }
        return rows.entrySet().stream()
                .map(entry -> entry.getKey()
                        + (entry.getValue().size() > 1 ? " rows " : " row ")
                        + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
