package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.registry.ModelVersion;
import dev.hansom.score.Model;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is in a model: of a file, or of a version of a project by its number or alias.
public final class ShowJob {
    private final Desk desk;

    public ShowJob(Desk desk) {
        this.desk = desk;
    }

    /// `named` is a model file of Hansom, a version's number, or an alias. Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`,
    /// `MODEL_UNSUPPORTED`, `NOT_FOUND`, `PROJECT_INVALID`.
    public Outcome.Shown run(Path file, Path home, String named) {
        if (named.endsWith(".hansom") || Files.isRegularFile(Path.of(named))) {
            if (ModelFiles.read(Path.of(named), 0) instanceof Model model) {
                return new Outcome.Shown(named, model);
            }
            throw new ProblemException(Problem.of(ErrorCode.MODEL_UNSUPPORTED, named, "not a model of Hansom's own")
                    .expected("a *.hansom file")
                    .next("hansom predict answers with it all the same"));
        }
        Project project = ProjectFile.read(desk, file);
        try (Memory memory = Memory.open(home, desk.clock())) {
            ModelVersion version = version(memory, project.name(), named);
            Model model = Model.read(memory.store().blobs().read(version.sha256()));
            return new Outcome.Shown(project.name() + " version " + version.version(), model);
        }
    }

    private static ModelVersion version(Memory memory, String project, String named) {
        return named.matches("\\d{1,9}")
                ? memory.versions().get(project, Integer.parseInt(named))
                : memory.aliases()
                        .version(project, named)
                        .orElseThrow(() -> new ProblemException(
                                Problem.of(ErrorCode.NOT_FOUND, project, "no version has this alias")
                                        .value(named)
                                        .expected("a model file, a version's number, or an alias")
                                        .next("see hansom runs")));
    }
}
