package dev.hansom.jobs;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.Range;
import dev.hansom.score.Scorer;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a model for others: a folder for Python users (what the model is as JSON, its forest as XGBoost saves it and
/// as ONNX, and a loader in plain Python that answers the same), or the forest alone as one ONNX file.
public final class ExportJob {
    private static final String DOCUMENT = "model.json";
    private static final String BOOSTER = "booster.json";
    private static final String FOREST = "forest.onnx";
    private static final String LOADER = "hansom_model.py";

    private final Desk desk;

    public ExportJob(Desk desk) {
        this.desk = desk;
    }

    /// What is exported: `named` is a model file, a version's number, or an alias of the project in `project`,
    /// whose memory is in `home`. `output` is a folder, which is made, or a file that ends in `.onnx`; what is
    /// there already is replaced only where `force`.
    public record Request(String named, Path project, Path home, Path output, boolean force) {}

    /// Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`, `MODEL_UNSUPPORTED`, `NOT_FOUND`, `PROJECT_INVALID`.
    public Outcome.Made run(Request request) {
        NamedModel model = NamedModel.of(new NamedModel.Wish(request.named(), request.project(), request.home()), desk);
        try {
            return isForest(request.output()) ? forest(model, request) : folder(model, request);
        } finally {
            ModelFiles.close(model.scorer());
        }
    }

    private static boolean isForest(Path output) {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    private Outcome.Made forest(NamedModel model, Request request) {
        require(List.of(request.output()), request.force());
        Scorer scorer = model.scorer();
        byte[] bytes = switch (scorer) {
            case Model ours when ours.kernel() instanceof Forest forest -> forest(ours, forest);
            case ForestModel theirs ->
                OnnxDocument.of(theirs.forest(), theirs.schema().names(), Range.ANY, theirs.description());
            default ->
                throw new ProblemException(
                        Problem.of(ErrorCode.MODEL_UNSUPPORTED, model.name(), "no forest, so there is no ONNX of it")
                                .value(ModelFiles.describe(scorer))
                                .expected("a model of trees")
                                .next("--output of a folder writes any model of Hansom's for Python"));
        };
        desk.progress().at(0);
        AtomicFile.write(request.output(), bytes);
        return new Outcome.Made(
                List.of(request.output()),
                List.of("it reads the model's features, not its fields: see docs/models.md"));
    }

    private static byte[] forest(Model ours, Forest forest) {
        return OnnxDocument.of(forest, names(ours), ours.range(), ModelFiles.describe(ours));
    }

    private Outcome.Made folder(NamedModel named, Request request) {
        if (!(named.scorer() instanceof Model model)) {
            throw new ProblemException(
                    Problem.of(ErrorCode.MODEL_UNSUPPORTED, named.name(), "a model of another library is not exported")
                            .expected("a model of Hansom's own, or an --output that ends in .onnx"));
        }
        Map<Path, byte[]> files = new LinkedHashMap<>();
        Path folder = request.output();
        files.put(
                folder.resolve(DOCUMENT), utf8(ModelDocument.of(model, BOOSTER).text()));
        if (model.kernel() instanceof Forest forest) {
            files.put(
                    folder.resolve(BOOSTER),
                    utf8(BoosterDocument.of(forest, names(model)).text()));
            files.put(folder.resolve(FOREST), forest(model, forest));
        }
        files.put(folder.resolve(LOADER), loader());
        require(List.copyOf(files.keySet()), request.force());
        desk.progress().at(0);
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        files.forEach((file, bytes) -> contents.put(file, out -> out.write(bytes)));
        AtomicFile.writeAll(contents);
        return new Outcome.Made(
                List.copyOf(files.keySet()),
                List.of("in Python: import hansom_model; hansom_model.load(\".\").predict(rows)"));
    }

    private static void require(List<Path> files, boolean force) {
        for (Path file : files) {
            if (Files.isDirectory(file) || (Files.exists(file) && !force)) {
                throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "it is there already")
                        .next("--force replaces it"));
            }
        }
    }

    private static List<String> names(Model model) {
        return model.features().stream().map(Feature::name).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
