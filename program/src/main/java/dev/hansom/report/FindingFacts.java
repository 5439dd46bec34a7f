package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.Finding;
import dev.hansom.check.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The findings of a check, for machines and for people.
public final class FindingFacts {
    private FindingFacts() {}

    /// A finding as JSON.
    public static Json json(Finding finding) {
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

    /// Where to look: `a.csv rows 3, 4, b.csv row 1`; empty where no row is named.
    public static String places(Finding finding) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Place place : finding.evidence().examples()) {
            rows.computeIfAbsent(place.file(), key -> new ArrayList<>()).add(String.valueOf(place.row()));
        }
        return rows.entrySet().stream()
                .map(entry -> entry.getKey()
                        + (entry.getValue().size() > 1 ? " rows " : " row ")
                        + String.join(", ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
