package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Logistic;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A model as one JSON document for other languages: signature, vocabulary, features, kernel, provenance. The trees of
/// a
/// forest stand in a file of their own.
final class ModelDocument {
    private ModelDocument() {}

    /// `booster` is the name of the file of a forest.
    static Json of(Model model, String booster) {
        JsonBuilder document = Json.object()
                .put("format", 1)
                .put("project", model.signature().project())
                .put("kind", model.kind())
                .put("target", model.signature().target())
                .put("unit", model.signature().unit())
                .put("time", model.signature().time())
                .put("zone", model.signature().zone())
                .put("keep", model.signature().keep())
                .put("least", model.range().least())
                .put("most", model.range().most());
        document.put(
                "fields",
                Json.array(
                        model.schema().columns(),
                        field -> Json.object()
                                .put("name", field.name())
                                .put("type", field.type().text())
                                .build()));
        document.put("tables", Json.array(model.vocabulary().tables(), ModelDocument::table));
        document.put(
                "definitions",
                Json.array(
                        model.vocabulary().definitions(),
                        definition -> Json.object()
                                .put("name", definition.name())
                                .put("expression", definition.expression())
                                .build()));
        document.put("lookups", Json.array(model.vocabulary().lookups(), ModelDocument::lookup));
        document.put(
                "features",
                Json.array(
                        model.features(),
                        feature -> Json.object()
                                .put("name", feature.name())
                                .put("expression", feature.expression())
                                .build()));
        document.put("kernel", kernel(model.kernel(), booster));
        JsonBuilder provenance = Json.object();
        model.provenance().facts().forEach(provenance::put);
        return document.put("provenance", provenance).build();
    }

    private static Json table(Table table) {
        return Json.object()
                .put("name", table.name())
                .put("key", table.key().text())
                .put("type", table.type().text())
                .put("source", table.source())
                .put("otherwise", value(table.otherwise()))
                .put(
                        "values",
                        Json.array(
                                table.sorted().entrySet(),
                                entry -> Json.array(value(entry.getKey()), value(entry.getValue()))))
                .build();
    }

    private static Json lookup(Lookup lookup) {
        return Json.object()
                .put("name", lookup.name())
                .put("statistic", lookup.statistic())
                .put("strength", lookup.strength())
                .put("overall", lookup.overall())
                .put(
                        "levels",
                        Json.array(
                                lookup.levels(),
                                level -> Json.object()
                                        .put("keys", Json.texts(level.keys()))
                                        .put(
                                                "cells",
                                                Json.array(
                                                        level.cells(),
                                                        cell -> Json.array(
                                                                key(cell),
                                                                Json.of(cell.count()),
                                                                Json.of(cell.statistic()))))
                                        .build()))
                .build();
    }

    private static Json key(Lookup.Cell cell) {
        Json[] parts = new Json[cell.key().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value(cell.key().get(i));
        }
        return Json.array(parts);
    }

    private static Json kernel(Kernel kernel, String booster) {
        return switch (kernel) {
            case Formula formula ->
                Json.object()
                        .put("kind", "formula")
                        .put("expression", formula.expression())
                        .build();
            case Linear linear -> linear("linear", linear);
            case Logistic logistic -> linear("logistic", logistic.linear());
            case Forest _ ->
                Json.object().put("kind", "forest").put("file", booster).build();
        };
    }

    private static Json linear(String kind, Linear linear) {
        return Json.object()
                .put("kind", kind)
                .put("intercept", linear.intercept())
                .put(
                        "weights",
                        Json.array(Arrays.stream(linear.weights()).boxed().toList(), Json::of))
                .put("fill", Json.array(Arrays.stream(linear.fill()).boxed().toList(), Json::of))
                .build();
    }

    private static Json value(@Nullable Object value) {
        return switch (value) {
            case null -> Json.none();
            case Long number -> Json.of(number);
            case Double number -> Json.of(number);
            case String text -> Json.of(text);
            default ->
                throw new ProblemException(Problem.of(
                        ErrorCode.MODEL_UNSUPPORTED,
                        "export",
                        "a value of kind " + value.getClass().getSimpleName()));
        };
    }
}
