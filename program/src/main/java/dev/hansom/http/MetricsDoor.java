package dev.hansom.http;

/// `/metrics`, in Prometheus' text format.
public final class MetricsDoor implements Door {
    private final ServingMetrics metrics;

    public MetricsDoor(ServingMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/metrics", call -> metrics.scrape());
    }
}
