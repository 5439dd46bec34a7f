package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
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
        NamedModel found = NamedModel.of(new NamedModel.Wish(named, file, home), desk);
        if (found.scorer() instanceof Model model) {
            return new Outcome.Shown(found.name(), model);
        }
        ModelFiles.close(found.scorer());
        throw new ProblemException(Problem.of(ErrorCode.MODEL_UNSUPPORTED, named, "not a model of Hansom's own")
                .expected("a *.hansom file")
                .next("hansom predict answers with it all the same"));
    }
}
