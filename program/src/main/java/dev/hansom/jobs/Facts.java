package dev.hansom.jobs;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.data.Accounting;
import dev.hansom.project.Project;
import dev.hansom.report.Origin;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Facts in the forms in which they are remembered.
final class Facts {
    private Facts() {}

    static Json json(Accounting accounting) {
        JsonBuilder dropped = Json.object();
        accounting.dropped().forEach(dropped::put);
        JsonBuilder lossy = Json.object();
        accounting.lossy().forEach(lossy::put);
        return Json.object()
                .put("read", accounting.read())
                .put("kept", accounting.kept())
                .put("dropped", dropped.build())
                .put("lossy", lossy.build())
                .build();
    }

    /// The folder of a project's reports, beside its file.
    static Path reports(Project project) {
        return Optional.ofNullable(project.file().getParent())
                .orElse(Path.of("."))
                .resolve("reports");
    }

    /// Where a report comes from: now, by this command, from these facts.
    static Origin origin(Desk desk, Project project, String command, Map<String, String> provenance) {
        return new Origin(
                desk.clock().instant(),
                "hansom " + command + " --project " + project.file().getFileName(),
                provenance);
    }

    /// Where a scorer comes from: the same for the same code, data, project and seed.
    static Map<String, String> provenance(Desk desk, Project project, String fingerprint, String trainedOn) {
        Map<String, String> facts = new TreeMap<>();
        Path folder = Optional.ofNullable(project.file().getParent()).orElse(Path.of("."));
        facts.put("code", CodeRevision.of(folder));
        facts.put("data", fingerprint);
        facts.put("project", project.hash());
        facts.put("seed", String.valueOf(project.seed()));
        facts.put("trained_on", trainedOn);
        if (project.data().sample() < 1) {
            facts.put("sample", String.valueOf(project.data().sample()));
        }
        desk.machine().versions().forEach((name, version) -> facts.put("version." + name, version));
        return facts;
    }
}
