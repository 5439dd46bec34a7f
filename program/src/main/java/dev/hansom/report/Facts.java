package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Field;
import dev.hansom.project.Moment;
import dev.hansom.project.Project;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts that several pages show, as JSON.
final class Facts {
    private Facts() {}

    static Json project(Project project) {
        return Json.object()
                .put("name", project.name())
                .put("question", project.question())
                .put("owner", project.owner())
                .put(
                        "target",
                        Json.object()
                                .put("name", project.target().name())
                                .put("expression", project.target().expression())
                                .put("unit", project.target().unit())
                                .build())
                .put(
                        "moments",
                        Json.texts(project.moments().stream().map(Moment::name).toList()))
                .put("prediction", project.prediction().name())
                .put("labelDelay", project.labelDelay().toString())
                .put("margin", project.objective().margin())
                .put("marginReason", project.objective().reason())
                .put("rule", project.rule().expression())
                .put("ruleReason", project.rule().reason())
                .put("source", project.data().source())
                .put("hash", project.hash())
                .put(
                        "standIns",
                        Json.array(
                                project.fields().stream()
                                        .filter(field -> field.standsInFor().isPresent())
                                        .toList(),
                                Facts::standIn))
                .build();
    }

    private static Json standIn(Field field) {
        return Json.object()
                .put("field", field.name())
                .put("known", field.known().name())
                .put("reason", field.standsInFor().orElse(""))
                .build();
    }

    static Json interval(Interval interval) {
        return Json.object()
                .put("low", interval.low())
                .put("mean", interval.mean())
                .put("high", interval.high())
                .put("level", interval.level())
                .build();
    }

    static Json evaluation(Evaluation evaluation) {
        return Json.object()
                .put("scorer", evaluation.scorer())
                .put("period", evaluation.period())
                .put("metric", evaluation.metric().slug())
                .put("value", evaluation.value())
                .put("rows", evaluation.rows())
                .build();
    }

    /// Where a stretch begins; null where its rows have no time.
    static @Nullable String start(Window window, Stretch stretch) {
        return stretch.inTime() ? window.from().toString() : null;
    }

    /// Where a stretch ends; null where its rows have no time.
    static @Nullable String end(Window window, Stretch stretch) {
        return stretch.inTime() ? window.until().toString() : null;
    }

    static Json losses(Losses losses, Metric metric) {
        JsonBuilder json = Json.object()
                .put("rows", losses.rows())
                .put("unanswered", losses.unanswered())
                .put(metric.slug(), losses.value(metric));
        metric.others().forEach(other -> json.put(other.slug(), losses.value(other)));
        return json.build();
    }

    static Json comparison(Comparison comparison) {
        return Json.object()
                .put(
                        "blocks",
                        Json.array(
                                comparison.blocks(), block -> block(block, comparison.stretch(), comparison.metric())))
                .put("empty", comparison.empty().size())
                .put("ruleUnanswered", comparison.ruleUnanswered())
                .put("modelUnanswered", comparison.modelUnanswered())
                .put("gainPerRow", comparison.gainPerRow())
                .build();
    }

    private static Json block(Block block, Stretch stretch, Metric metric) {
        return Json.object()
                .put("from", start(block.window(), stretch))
                .put("until", end(block.window(), stretch))
                .put("rows", block.rows())
                .put("gain", block.gain())
                .put("rule", losses(block.rule(), metric))
                .put("model", losses(block.model(), metric))
                .build();
    }

    static Json counts(Map<String, Long> counts) {
        JsonBuilder json = Json.object();
        counts.forEach(json::put);
        return json.build();
    }

    static Json texts(Map<String, String> texts) {
        JsonBuilder json = Json.object();
        texts.forEach(json::put);
        return json.build();
    }
}
