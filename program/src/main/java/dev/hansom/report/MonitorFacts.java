package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.evaluate.Metric;
import dev.hansom.monitor.Answered;
import dev.hansom.monitor.Day;
import dev.hansom.monitor.Drift;
import dev.hansom.monitor.Finding;
import dev.hansom.monitor.Lag;
import dev.hansom.monitor.Measure;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Quality;
import dev.hansom.monitor.Score;
import dev.hansom.monitor.Status;
import dev.hansom.monitor.WatchedWindow;
import java.util.TreeMap;

/// The facts of a monitoring as JSON.
final class MonitorFacts {
    private MonitorFacts() {}

    static Json json(MonitorResult result, Origin origin) {
        Metric metric = result.yardstick().comparison().metric();
        return Json.object()
                .put("kind", "monitor")
                .put("project", Facts.project(result.project()))
                .put("metric", metric.slug())
                .put("health", result.health().status().slug())
                .put("findings", Json.array(result.health().findings(), MonitorFacts::finding))
                .put(
                        "gain",
                        Json.object()
                                .put(
                                        "interval",
                                        Facts.interval(result.yardstick().gain()))
                                .put("margin", result.yardstick().margin())
                                .put("unit", result.yardstick().unit())
                                .put(
                                        "comparison",
                                        Facts.comparison(result.yardstick().comparison()))
                                .build())
                .put("answered", answered(result.answered()))
                .put("versions", Facts.counts(new TreeMap<>(result.versions())))
                .put("quality", quality(result.quality(), metric))
                .put("windows", Json.array(result.windows(), window -> window(window, metric)))
                .put("days", Json.array(result.days(), day -> day(day, metric)))
                .put("evaluations", Json.array(result.evaluations(), Facts::evaluation))
                .put(
                        "expected",
                        Json.object()
                                .put("constant", result.expected().constant())
                                .put("rule", result.expected().rule())
                                .put("model", result.expected().model())
                                .build())
                .put(
                        "openings",
                        Json.object()
                                .put(
                                        "validation",
                                        Facts.counts(result.expected().openings()))
                                .put("live", Facts.counts(result.expected().looks()))
                                .build())
                .put(
                        "losses",
                        Json.object()
                                .put("dropped", result.losses().dropped())
                                .put("broken", result.losses().broken())
                                .put("repeated", result.losses().repeated())
                                .put("unmatched", result.losses().unmatched())
                                .put("stray", result.stray())
                                .put("superseded", result.superseded())
                                .put("late", result.late())
                                .build())
                .put("referenceRows", result.referenceRows())
                .put("origin", OriginSection.json(origin))
                .build();
    }

    private static Json finding(Finding finding) {
        return Json.object()
                .put("status", finding.status().slug())
                .put("about", finding.about())
                .put("statistic", finding.statistic().slug())
                .put(
                        "from",
                        finding.window().map(window -> window.from().toString()).orElse(null))
                .put(
                        "until",
                        finding.window()
                                .map(window -> window.until().toString())
                                .orElse(null))
                .put("size", finding.size())
                .put("limit", finding.limit())
                .put("p", finding.p())
                .put("text", finding.text())
                .put("next", Advice.about(finding))
                .build();
    }

    private static Json answered(Answered answered) {
        return Json.object()
                .put("requests", answered.requests())
                .put("sources", Facts.counts(new TreeMap<>(answered.sources())))
                .put("reasons", Facts.counts(new TreeMap<>(answered.reasons())))
                .put("unanswered", answered.unanswered())
                .build();
    }

    private static Json window(WatchedWindow window, Metric metric) {
        return Json.object()
                .put("from", window.window().from().toString())
                .put("until", window.window().until().toString())
                .put("status", window.status().slug())
                .put("answered", answered(window.answered()))
                .put("quality", quality(window.quality(), metric))
                .put("drifts", Json.array(window.drifts(), MonitorFacts::drift))
                .build();
    }

    private static Json quality(Quality quality, Metric metric) {
        return Json.object()
                .put("requests", quality.requests())
                .put("truths", quality.truths())
                .put("scored", quality.scored())
                .put("coverage", quality.coverage())
                .put("mature", quality.mature())
                .put("lag", quality.lag().map(MonitorFacts::lag).orElse(null))
                .put("answered", score(quality.answered(), metric))
                .put("rule", score(quality.rule(), metric))
                .put("model", score(quality.model(), metric))
                .put("compared", quality.compared())
                .put("gain", Facts.interval(quality.gain()))
                .put("gainPerRow", quality.gainPerRow())
                .build();
    }

    private static Json lag(Lag lag) {
        return Json.object()
                .put("rows", lag.rows())
                .put("medianSeconds", lag.median().toSeconds())
                .put("p95Seconds", lag.p95().toSeconds())
                .put("longestSeconds", lag.longest().toSeconds())
                .build();
    }

    private static Json score(Score score, Metric metric) {
        return Json.object()
                .put("losses", Facts.losses(score.losses(), metric))
                .put("daily", Facts.interval(score.daily()))
                .build();
    }

    /// The bins of a drift only where it is one, so that the file stays small.
    private static Json drift(Drift drift) {
        JsonBuilder json = Json.object()
                .put("subject", drift.subject().name())
                .put("name", drift.name())
                .put("status", drift.status().slug())
                .put("rows", drift.rows())
                .put("psi", measure(drift.shape()))
                .put("jensenShannon", drift.jensenShannon())
                .put("missing", measure(drift.missing()))
                .put("newLevels", measure(drift.newLevels()))
                .put("missingBefore", drift.missingBefore())
                .put("missingNow", drift.missingNow())
                .put("medianBefore", drift.medianBefore())
                .put("medianNow", drift.medianNow())
                .put("change", drift.change());
        if (drift.status() != Status.GREEN) {
            json.put("bins", Json.array(drift.bins(), MonitorFacts::bin));
        }
        return json.build();
    }

    private static Json bin(Drift.Bin bin) {
        return Json.object()
                .put("label", bin.label())
                .put("before", bin.before())
                .put("now", bin.now())
                .build();
    }

    private static Json measure(Measure measure) {
        return Json.object()
                .put("size", measure.size())
                .put("limit", measure.limit())
                .put("alarm", measure.alarm())
                .put("adjusted", measure.adjusted())
                .build();
    }

    private static Json day(Day day, Metric metric) {
        return Json.object()
                .put("date", day.date().toString())
                .put("requests", day.requests())
                .put("truths", day.truths())
                .put("scored", day.scored())
                .put("constant", Facts.losses(day.constant(), metric))
                .put("rule", Facts.losses(day.rule(), metric))
                .put("model", Facts.losses(day.model(), metric))
                .put(
                        "gain",
                        day.pairs().rows() == 0
                                ? Double.NaN
                                : day.pairs().gain() / day.pairs().rows())
                .build();
    }
}
