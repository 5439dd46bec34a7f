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
import java.util.Optional;

/// A model that is there, and what it is called for a person.
///
/// `scorer` is a [Model] save where it was read from a file of another library; whoever asked for it closes it.
/// `project` says where its fields are read from, where it is a version of one; a file stands alone.
record NamedModel(String name, Scorer scorer, Optional<Project> project) {
    /// Which model is meant: `named` is a model file, a version's number, or an alias of the project in `project`,
    /// whose memory is in `home`.
    record Wish(String named, Path project, Path home) {
        /// The file that is meant; none where it is a version or an alias, which have no point in their names.
        Optional<Path> file() {
            boolean isFile =
                    named.contains(".") || named.contains(File.separator) || Files.isRegularFile(Path.of(named));
            return isFile ? Optional.of(Path.of(named)) : Optional.empty();
        }

        /// The project of a version or an alias; a file has none. Errors: `FILE_UNUSABLE`, `PROJECT_INVALID`.
        Optional<Project> project(Desk desk) {
            return file().isPresent() ? Optional.empty() : Optional.of(ProjectFile.read(desk, project));
        }
    }

    /// Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`, `MODEL_UNSUPPORTED`, `NOT_FOUND`, `PROJECT_INVALID`.
    static NamedModel of(Wish wish, Desk desk) {
        return of(wish, wish.project(desk), 0, desk);
    }

    /// The same where the project of the wish was read already, and there are `columns` to read for a model that leaves
    /// it open.
    static NamedModel of(Wish wish, Optional<Project> known, int columns, Desk desk) {
        if (known.isEmpty()) {
            return new NamedModel(wish.named, ModelFiles.read(wish.file().orElseThrow(), columns), known);
        }
        Project project = known.get();
        try (Memory memory = Memory.open(wish.home, desk.clock())) {
            ModelVersion version = version(memory, project.name(), wish.named);
            Model model = Model.read(memory.store().blobs().read(version.sha256()));
            return new NamedModel(project.name() + " version " + version.version(), model, known);
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
