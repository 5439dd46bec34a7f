package dev.hansom.report;

import dev.hansom.base.Json;
import java.util.List;
import java.util.Map;

/// Where the facts come from and how to get them again.
final class OriginSection {
    private OriginSection() {}

    static Section of(Origin origin) {
        FactList facts = FactList.none();
        for (Map.Entry<String, String> fact : origin.provenance().entrySet()) {
            facts = facts.code(fact.getKey(), fact.getValue());
        }
        return new Section(
                "origin",
                "Where this comes from",
                List.of(new Listing("The command that makes this page again", origin.command()), facts));
    }

    static Json json(Origin origin) {
        return Json.object()
                .put("madeAt", origin.madeAt().toString())
                .put("command", origin.command())
                .put("provenance", Facts.texts(origin.provenance()))
                .build();
    }
}
