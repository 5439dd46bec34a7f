package dev.hansom.jobs;

import dev.hansom.data.Dataset;
import dev.hansom.data.Period;
import dev.hansom.monitor.Baseline;
import dev.hansom.monitor.Expected;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Observed;
import dev.hansom.monitor.Watching;
import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.report.MonitorPage;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import dev.hansom.serve.PredictionLogReader;
import dev.hansom.serve.Traffic;
import dev.hansom.track.Run;
import dev.hansom.track.RunStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks at the traffic that a home has answered for a project: drift, quality, the gain over the rule, health.
public final class MonitorJob {
    private static final int RECENT = 1_000;

    private final Desk desk;

    public MonitorJob(Desk desk) {
        this.desk = desk;
    }

    /// The health of the project in `file`, from the logs of `home`.
    public Outcome.Monitored run(Path file, Path home) {
        try (Study study = Study.open(desk, file);
                Memory memory = Memory.open(home, desk.clock())) {
            return Attempt.of(memory, study.project(), "monitor", attempt -> run(study, memory, attempt));
        }
    }

    private Outcome.Monitored run(Study study, Memory memory, Attempt attempt) {
        Project project = study.project();
        Traffic traffic = new PredictionLogReader(memory.logs(project.name())).read(project.askedSchema());
        Dataset training = study.read(study.periods().training());
        Baseline baseline = Baseline.of(project, training.rows(), training.labelled(), champion(memory, project));
        Observed observed = Observed.of(traffic);
        Map<String, Long> looks = observed.size() == 0
                ? Map.of()
                : attempt.opened(project.name(), Study.names(study.periods().live()), "monitor");
        MonitorResult result =
                new Watching(project).watch(baseline, observed, expected(memory, study, looks), desk.progress());
        attempt.param("health", result.health().status().slug());
        attempt.metric("requests", (double) result.quality().requests());
        attempt.metric("coverage", result.quality().coverage());
        attempt.metric("gain.mean", result.yardstick().gain().mean());
        attempt.evaluations(result.evaluations());
        Map<String, String> provenance = Facts.provenance(
                desk,
                project,
                training.fingerprint(),
                Period.name(study.periods().training()));
        Path report = MonitorPage.of(result, Facts.origin(desk, project, "monitor", provenance))
                .write(Facts.reports(project), "monitor");
        return new Outcome.Monitored(result, report);
    }

    private static Optional<Scorer> champion(Memory memory, Project project) {
        return memory.aliases()
                .version(project.name(), Alias.CHAMPION)
                .map(version -> Model.read(memory.store().blobs().read(version.sha256())));
    }

    /// What the newest design and training expected, where there were any.
    private static Expected expected(Memory memory, Study study, Map<String, Long> looks) {
        Project project = study.project();
        String metric = "." + project.objective().metric() + ".";
        return new Expected(
                newest(memory, project, "design", "constant"),
                newest(memory, project, "train", "rule" + metric),
                newest(memory, project, "train", "model" + metric),
                Attempt.openings(
                        memory, project.name(), Study.names(study.periods().validation())),
                looks);
    }

    /// The newest metric whose name is `name`, or begins with it where it ends with a dot.
    private static double newest(Memory memory, Project project, String job, String name) {
        Optional<Run> run = memory.experiments().find(project.name()).stream()
                .flatMap(experiment -> memory.runs().list(experiment.id(), RECENT).stream())
                .filter(one -> one.name().equals(job) && one.status() == RunStatus.FINISHED)
                .findFirst();
        OptionalDouble value = run.stream()
                .flatMap(one -> one.metrics().values().stream())
                .filter(one -> name.endsWith(".")
                        ? one.name().startsWith(name)
                        : one.name().equals(name))
                .mapToDouble(one -> one.value())
                .findFirst();
        return value.orElse(Double.NaN);
    }
}
