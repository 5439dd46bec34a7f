package dev.hansom.http;

import dev.hansom.serve.Answered;
import dev.hansom.serve.Answering;
import dev.hansom.serve.Deployments;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.Reason;
import dev.hansom.serve.Served;
import dev.hansom.serve.Source;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// What a Prometheus server scrapes of serving: predictions by who answered, durations, fallbacks, logs, models.
///
/// Labels are bounded: model, version, source, reason; never an id or a value of a row.
/// Source: prometheus.io/docs/practices/naming.
/// Threads: safe for many threads.
public final class ServingMetrics {
    private static final double MICROSECONDS_100 = 1e-4;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter predictions = Counter.builder()
            .name("hansom_predictions_total")
            .help("Rows answered, by who answered")
            .labelNames("model", "version", "source")
            .withoutExemplars()
            .register(registry);
    private final Counter fallbacks = Counter.builder()
            .name("hansom_fallbacks_total")
            .help("Rows that a model as champion did not answer, by reason")
            .labelNames("model", "reason")
            .withoutExemplars()
            .register(registry);
    private final Counter clamped = Counter.builder()
            .name("hansom_clamped_answers_total")
            .help("Answers that were brought into the range that the project promises")
            .labelNames("model", "version")
            .withoutExemplars()
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("hansom_prediction_duration_seconds")
            .help("From the parsed head of an inference request to its answer")
            .labelNames("model")
            .classicOnly()
            .classicExponentialUpperBounds(MICROSECONDS_100, 2, 16)
            .withoutExemplars()
            .register(registry);

    /// Metrics of these deployments and logs.
    public ServingMetrics(Deployments deployments, Supplier<EventCounts> predictionLog, Supplier<EventCounts> truths) {
        GaugeWithCallback.builder()
                .name("hansom_ready")
                .help("1 while everything can be answered and no stop has begun")
                .callback(value -> value.call(deployments.ready() ? 1 : 0))
                .register(registry);
        GaugeWithCallback.builder()
                .name("hansom_deployed_version")
                .help("The version of each role: champion, rule, shadow")
                .labelNames("model", "role")
                .callback(value -> deployments.all().forEach(answering -> versions(answering, value)))
                .register(registry);
        registry.register(new ModelFacts(deployments));
        log("hansom_prediction_log", "Rows of the prediction log", predictionLog);
        log("hansom_truths", "Truths", truths);
    }

    /// Counts a request that was answered.
    public void answered(Answered answered, long nanoseconds) {
        String model = answered.by().project();
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        int byModel = 0;
        for (Served row : answered.served()) {
            byModel += row.source() == Source.MODEL ? 1 : 0;
            reasons.merge(row.reason(), 1, Integer::sum);
        }
        int byRule = answered.served().size() - byModel;
        String version = String.valueOf(answered.by().version());
        if (byModel > 0) {
            predictions.labelValues(model, version, Source.MODEL.slug()).inc(byModel);
        }
        if (byRule > 0) {
            predictions.labelValues(model, version, Source.RULE.slug()).inc(byRule);
        }
        reasons.forEach((reason, rows) -> {
            if (reason != Reason.NONE && reason != Reason.CHAMPION_IS_RULE) {
                fallbacks.labelValues(model, reason.slug()).inc(rows);
            }
        });
        if (answered.clamped() > 0) {
            clamped.labelValues(model, version).inc(answered.clamped());
        }
        durations.labelValues(model).observe(nanoseconds / 1e9);
    }

    /// The text that a Prometheus server reads.
    Reply scrape() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(200, PrometheusTextFormatWriter.CONTENT_TYPE, out.toByteArray());
    }

    private static void versions(Answering answering, GaugeWithCallback.Callback value) {
        value.call(answering.version(), answering.project(), "champion");
        value.call(answering.ruleVersion(), answering.project(), "rule");
        answering
                .deployment()
                .shadow()
                .ifPresent(shadow -> value.call(shadow.version(), answering.project(), "shadow"));
    }

    private void log(String name, String help, Supplier<EventCounts> counts) {
        counter(name + "_accepted_total", help + " taken", counts, EventCounts::accepted);
        counter(name + "_written_total", help + " written", counts, EventCounts::written);
        counter(name + "_dropped_total", help + " dropped because the queue was full", counts, EventCounts::dropped);
        counter(name + "_failed_total", help + " refused by the log", counts, EventCounts::failed);
        GaugeWithCallback.builder()
                .name(name + "_queued")
                .help(help + " waiting to be written")
                .callback(value -> value.call((double) counts.get().queued()))
                .register(registry);
    }

    private void counter(String name, String help, Supplier<EventCounts> counts, ToDoubleFunction<EventCounts> of) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(value -> value.call(of.applyAsDouble(counts.get())))
                .register(registry);
    }
}
