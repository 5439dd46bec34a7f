package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.onnx.OnnxModel;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import dev.hansom.score.file.ModelFormatException;
import dev.hansom.score.file.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Model files of every kind that can be read, told apart by their content.
final class ModelFiles {
    private ModelFiles() {}

    /// The model of `file`; `columns` is how many columns there are to read, for a model that leaves it open.
    /// Errors: `FILE_UNUSABLE`, `MODEL_DAMAGED`, `MODEL_UNSUPPORTED`, `NATIVE_MISSING`.
    static Scorer read(Path file, int columns) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.of(
                            ErrorCode.FILE_UNUSABLE, file.toString(), Files.exists(file) ? "no file" : "no such file")
                    .expected("a model file"));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (OnnxModel.looksLike(bytes)) {
                return OnnxModel.read(bytes, columns);
            }
            if (!ModelReader.isKnown(bytes)) {
                throw unknown(file, bytes);
            }
            return ModelReader.read(bytes);
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        } catch (ModelFormatException e) {
            throw new ProblemException(Problem.of(code(file), file.toString(), String.valueOf(e.getMessage())), e);
        } catch (IllegalStateException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.NATIVE_MISSING, file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static ProblemException unknown(Path file, byte[] bytes) {
        boolean pickled = bytes.length > 1 && (bytes[0] & 0xFF) == 0x80 && bytes[1] <= 5;
        return new ProblemException(Problem.of(
                        code(file),
                        file.toString(),
                        pickled ? "a pickle, which is never read" : "no model that is known")
                .expected(ModelReader.KNOWN + ", ONNX")
                .next(
                        pickled
                                ? "save the model by skops.io.dump, or in the format of its own library"
                                : "see docs/models.md"));
    }

    /// A file of our own that cannot be read is damaged; one of others is of a kind that is not read.
    private static ErrorCode code(Path file) {
        return file.toString().endsWith(".hansom") ? ErrorCode.MODEL_DAMAGED : ErrorCode.MODEL_UNSUPPORTED;
    }

    /// Lets go of what a model holds outside the heap.
    static void close(Scorer scorer) {
        if (scorer instanceof OnnxModel onnx) {
            onnx.close();
        }
    }

    /// What kind of model it is, for a person.
    static String describe(Scorer scorer) {
        return switch (scorer) {
            case ForeignModel foreign -> foreign.description();
            case Model model ->
                "Hansom " + model.kind() + " of " + model.signature().project();
            default -> scorer.getClass().getSimpleName();
        };
    }
}
