package dev.hansom.jobs;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Checks;
import dev.hansom.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.UUID;

/// A project file to which the section `checks:` is added at the end. Not a byte before it changes.
///
/// Errors: `USAGE` where the file has checks already; `PROJECT_INVALID` where it changed meanwhile or where nothing can
/// be added at its end; `FILE_UNUSABLE`.
final class FrozenFile {
    private final Desk desk;
    private final Project project;

    FrozenFile(Desk desk, Project project) {
        this.desk = desk;
        this.project = project;
    }

    /// Goes on where checks may be written.
    void require() {
        if (!project.checks().isEmpty()) {
            throw new ProblemException(
                    Problem.of(ErrorCode.USAGE, project.file().toString(), "there are checks already")
                            .expected("a project file without checks")
                            .next("remove the section checks to freeze it anew"));
        }
    }

    /// Adds `lines`, which say `checks`.
    void add(Checks checks, List<String> lines) {
        try {
            Path place = project.file().toRealPath();
            String text = Files.readString(place, StandardCharsets.UTF_8);
            if (!Hash.sha256(place).equals(project.hash())) {
                throw new ProblemException(Problem.of(
                                ErrorCode.PROJECT_INVALID,
                                project.file().toString(),
                                "the file changed while the data were read")
                        .next("run it again"));
            }
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            String whole = text + (text.endsWith("\n") ? "" : end) + end + String.join(end, lines) + end;
            prove(place, whole, checks);
            write(place, whole);
        } catch (IOException e) {
            throw FileProblem.writing(project.file(), e);
        }
    }

    /// Reads what would be written, so that a file that ends in an unusual way is left alone.
    private void prove(Path place, String whole, Checks checks) throws IOException {
        Path trial = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(trial, whole, StandardCharsets.UTF_8);
            if (ProjectFile.read(desk, trial).checks().equals(checks)) {
                return;
            }
            throw unusual(null);
        } catch (ProblemException e) {
            throw e.problems().getFirst().code() == ErrorCode.PROJECT_INVALID ? unusual(e) : e;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private ProblemException unusual(@org.jspecify.annotations.Nullable ProblemException cause) {
        Problem problem = Problem.of(
                        ErrorCode.PROJECT_INVALID,
                        project.file().toString(),
                        "checks cannot be added at the end of this file")
                .expected("plain keys at the left margin, and nothing after them")
                .next("write the file without braces around it and without a line of ... or ---");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static void write(Path place, String whole) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (view == null) {
            AtomicFile.write(place, whole);
            return;
        }
        var permissions = view.readAttributes().permissions();
        AtomicFile.write(place, whole);
        Files.setPosixFilePermissions(place, permissions);
    }
}
