package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.registry.ModelVersion;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model that is there, and what it is called for a person.
///
/// `scorer` is a [Model] save where it was read from a file of another library; whoever asked for it closes it.
record NamedModel(String name, Scorer scorer) {
    /// Which model is meant: `named` is a model file, a version's number, or an alias of the project in `project`,
    /// whose memory is in `home`.
    record Wish(String named, Path project, Path home) {
        private boolean isFile() {
            return named.endsWith(".hansom") || named.contains(File.separator) || Files.isRegularFile(Path.of(named));
        }
    }

    /// Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`, `MODEL_UNSUPPORTED`, `NOT_FOUND`, `PROJECT_INVALID`.
    static NamedModel of(Wish wish, Desk desk) {
        if (wish.isFile()) {
            return new NamedModel(wish.named, ModelFiles.read(Path.of(wish.named), 0));
        }
        Project project = ProjectFile.read(desk, wish.project);
        try (Memory memory = Memory.open(wish.home, desk.clock())) {
            ModelVersion version = version(memory, project.name(), wish.named);
            Model model = Model.read(memory.store().blobs().read(version.sha256()));
            return new NamedModel(project.name() + " version " + version.version(), model);
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
