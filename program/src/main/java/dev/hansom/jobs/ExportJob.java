package dev.hansom.jobs;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.Forest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a Hansom model for Python users: what it is as JSON, the booster in XGBoost's own format, and a loader in
/// plain
/// Python that answers the same.
public final class ExportJob {
    private static final String DOCUMENT = "model.json";
    private static final String BOOSTER = "booster.json";
    private static final String LOADER = "hansom_model.py";

    /// Writes `model` into `folder`, which is made; files of the same names are replaced only where `force`.
    /// Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`, `MODEL_UNSUPPORTED`.
    public Outcome.Made run(Path model, Path folder, boolean force) {
        if (!(ModelFiles.read(model, 0) instanceof Model ours)) {
            throw new ProblemException(Problem.of(
                            ErrorCode.MODEL_UNSUPPORTED, model.toString(), "a model of another library is not exported")
                    .expected("a *.hansom file"));
        }
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve(DOCUMENT));
        if (ours.kernel() instanceof Forest) {
            files.add(folder.resolve(BOOSTER));
        }
        files.add(folder.resolve(LOADER));
        for (Path file : files) {
            if (Files.exists(file) && !force) {
                throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "it is there already")
                        .next("--force replaces it"));
            }
        }
        List<String> names = ours.features().stream().map(Feature::name).toList();
        if (ours.kernel() instanceof Forest forest) {
            AtomicFile.write(
                    folder.resolve(BOOSTER), BoosterDocument.of(forest, names).text());
        }
        AtomicFile.write(
                folder.resolve(DOCUMENT), ModelDocument.of(ours, BOOSTER).text());
        AtomicFile.write(folder.resolve(LOADER), loader());
        return new Outcome.Made(
                files, List.of("in Python: import hansom_model; hansom_model.load(\".\").predict(rows)"));
    }

    private static byte[] loader() {
        try (InputStream in = ExportJob.class.getResourceAsStream("/export/" + LOADER)) {
            if (in == null) {
                throw new IllegalStateException("the loader for Python is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw FileProblem.reading(Path.of(LOADER), e);
        }
    }
}
