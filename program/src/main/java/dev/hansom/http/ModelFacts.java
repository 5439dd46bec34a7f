package dev.hansom.http;

import dev.hansom.serve.Answering;
import dev.hansom.serve.Deployments;
import dev.hansom.serve.Slot;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/// `hansom_model_info`: one series a loaded version, with what it is and where it comes from.
record ModelFacts(Deployments deployments) implements Collector {
    private static final String NAME = "hansom_model";

    @Override
    public MetricSnapshot collect() {
        InfoSnapshot.Builder snapshot =
                InfoSnapshot.builder().name(NAME).help("The versions that are loaded, and where they come from");
        for (Answering answering : deployments.all()) {
            add(snapshot, answering, "champion", answering.champion());
            add(snapshot, answering, "rule", answering.rule());
            add(snapshot, answering, "shadow", answering.shadow());
        }
        return snapshot.build();
    }

    private static void add(InfoSnapshot.Builder snapshot, Answering answering, String role, Slot slot) {
        if (slot instanceof Slot.Ready ready) {
            var facts = ready.model().provenance().facts();
            snapshot.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.builder()
                            .label("model", answering.project())
                            .label("version", String.valueOf(ready.wanted().version()))
                            .label("role", role)
                            .label("kind", ready.model().kind())
                            .label("run", facts.getOrDefault("run", ""))
                            .label("data", facts.getOrDefault("data", ""))
                            .build())
                    .build());
        }
    }
}
