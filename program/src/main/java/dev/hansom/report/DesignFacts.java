package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.FieldFinding;
import dev.hansom.data.Stretch;
import dev.hansom.design.DesignResult;
import dev.hansom.design.FeatureFinding;
import dev.hansom.design.Leakage;
import dev.hansom.design.Week;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Metric;

/// The facts of a design as JSON.
final class DesignFacts {
    private DesignFacts() {}

    static Json json(DesignResult result, Origin origin) {
        return Json.object()
                .put("kind", "design")
                .put("project", Facts.project(result.project()))
                .put("metric", result.metric().slug())
                .put("decision", decision(result.decision()))
                .put("comparison", Facts.comparison(result.comparison()))
                .put(
                        "weeks",
                        Json.array(
                                result.weeks(),
                                week -> week(week, result.comparison().stretch(), result.metric())))
                .put("evaluations", Json.array(result.evaluations(), Facts::evaluation))
                .put("leakage", leakage(result.leakage()))
                .put(
                        "validity",
                        Json.array(
                                result.validity().checks(),
                                check -> Json.object()
                                        .put("id", check.id())
                                        .put("name", check.name())
                                        .put("passed", check.passed())
                                        .put("detail", check.detail())
                                        .build()))
                .put("rows", Facts.counts(result.rows()))
                .put("openings", Facts.counts(result.openings()))
                .put("origin", OriginSection.json(origin))
                .build();
    }

    private static Json decision(Decision decision) {
        JsonBuilder json = Json.object()
                .put("verdict", decision.verdict().name())
                .put("interval", Facts.interval(decision.interval()))
                .put("margin", decision.margin())
                .put("unit", decision.unit())
                .put("stretch", decision.stretch().word())
                .put("blocks", decision.blocks())
                .put("wins", decision.wins());
        json.put(
                "stillNeeded",
                decision.stillNeeded().isPresent()
                        ? Json.of(decision.stillNeeded().getAsLong())
                        : Json.none());
        return json.put("detectableGain", decision.detectableGain())
                .put("reasons", Json.texts(decision.reasons()))
                .build();
    }

    private static Json week(Week week, Stretch stretch, Metric metric) {
        return Json.object()
                .put("from", Facts.start(week.window(), stretch))
                .put("until", Facts.end(week.window(), stretch))
                .put("fittedOn", week.fittedOn())
                .put("constant", Facts.losses(week.constant(), metric))
                .put("rule", Facts.losses(week.rule(), metric))
                .put("model", Facts.losses(week.model(), metric))
                .put("gain", week.gain())
                .build();
    }

    private static Json leakage(Leakage leakage) {
        return Json.object()
                .put("fields", Json.array(leakage.fields(), DesignFacts::field))
                .put("features", Json.array(leakage.features(), DesignFacts::feature))
                .put("twins", leakage.twins())
                .put("crossing", leakage.crossing())
                .put("compared", leakage.compared())
                .build();
    }

    private static Json field(FieldFinding field) {
        return Json.object()
                .put("field", field.field())
                .put("known", field.known())
                .put("used", field.used())
                .put("standsInFor", field.standsInFor().orElse(null))
                .put("score", field.score())
                .put("missingScore", field.missingScore())
                .put("missing", field.missing())
                .put("suspicious", field.suspicious())
                .build();
    }

    private static Json feature(FeatureFinding feature) {
        return Json.object()
                .put("feature", feature.feature())
                .put("expression", feature.expression())
                .put("score", feature.score())
                .put("missingScore", feature.missingScore())
                .put("missing", feature.missing())
                .put("suspicious", feature.suspicious())
                .build();
    }
}
