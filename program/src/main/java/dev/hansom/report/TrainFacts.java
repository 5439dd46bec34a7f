package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.train.TrainResult;

/// The facts of a training as JSON.
final class TrainFacts {
    private TrainFacts() {}

    static Json json(TrainResult result, Origin origin) {
        return Json.object()
                .put("kind", "train")
                .put("project", Facts.project(result.project()))
                .put("period", result.period())
                .put("trainedOn", Json.texts(result.trainedOn()))
                .put("trainedRows", result.trainedRows())
                .put("metric", result.weeks().metric().slug())
                .put("evaluations", Json.array(result.evaluations(), Facts::evaluation))
                .put("weeks", Facts.comparison(result.weeks()))
                .put(
                        "importance",
                        Json.array(
                                result.importance(),
                                one -> Json.object()
                                        .put("feature", one.feature())
                                        .put("expression", one.expression())
                                        .put("lossWithout", one.lossWithout())
                                        .build()))
                .put(
                        "calibration",
                        Json.array(
                                result.calibration().bins(),
                                bin -> Json.object()
                                        .put("low", bin.low())
                                        .put("high", bin.high())
                                        .put("rows", bin.rows())
                                        .put("answered", bin.answered())
                                        .put("observed", bin.observed())
                                        .build()))
                .put("notes", Facts.texts(result.notes()))
                .put("provenance", Facts.texts(result.provenance()))
                .put("rows", Facts.counts(result.accounting()))
                .put("openings", Facts.counts(result.openings()))
                .put("origin", OriginSection.json(origin))
                .build();
    }
}
