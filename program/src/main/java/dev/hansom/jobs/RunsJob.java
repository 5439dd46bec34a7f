package dev.hansom.jobs;

import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.registry.ModelVersion;
import dev.hansom.track.Run;
import java.nio.file.Path;
import java.util.List;

/// What has been done: the newest runs of a project, its versions and where its aliases point. Runs whose process died
/// are ended on the way.
public final class RunsJob {
    /// The tag of a run that ended because its process died.
    public static final String DIED = "hansom.died";

    private final Desk desk;

    public RunsJob(Desk desk) {
        this.desk = desk;
    }

    public Outcome.Remembered run(Path file, Path home, int most) {
        Project project = ProjectFile.read(desk, file);
        try (Memory memory = Memory.open(home, desk.clock())) {
            memory.experiments().find(project.name()).ifPresent(experiment -> Orphans.settle(memory, experiment.id()));
            List<Run> runs = memory.experiments()
                    .find(project.name())
                    .map(experiment -> memory.runs().list(experiment.id(), most))
                    .orElse(List.of());
            List<ModelVersion> versions = memory.versions().list(project.name());
            List<Alias> aliases = memory.aliases().list(project.name());
            return new Outcome.Remembered(
                    project, runs, versions, aliases, memory.openings().counts(project.name()));
        }
    }
}
