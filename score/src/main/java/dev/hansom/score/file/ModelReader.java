package dev.hansom.score.file;

import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads a model file of any kind that is known here, recognised by its first bytes: `*.hansom`, a booster
/// of XGBoost (JSON, UBJSON), a text of LightGBM, a skops file of scikit-learn.
public final class ModelReader {
    /// The kinds that are read here, for a person.
    public static final String KNOWN = "a *.hansom file, XGBoost JSON or UBJSON, LightGBM text, a skops file";

    private static final String HANSOM = "\211HNSM";
    private static final String XGBOOST = "{";
    private static final String LIGHTGBM = "tree\n";
    private static final String LIGHTGBM_OF_WINDOWS = "tree\r\n";
    private static final String SKOPS = "PK\003\004";
    private static final List<String> MARKS = List.of(HANSOM, XGBOOST, LIGHTGBM, LIGHTGBM_OF_WINDOWS, SKOPS);

    private ModelReader() {}

    /// The model of a file: a [Model], or a `ForeignModel`.
    /// Errors: IOException for what cannot be read; [ModelFormatException] for what is no model, or one with
    /// a trait that is not supported.
    public static Scorer read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /// The model of a file's bytes.
    /// Errors: as [#read(Path)].
    public static Scorer read(byte[] bytes) {
        if (starts(bytes, HANSOM)) {
            return Model.read(bytes);
        }
        if (starts(bytes, XGBOOST)) {
            return XgboostReader.model(bytes);
        }
        if (starts(bytes, LIGHTGBM) || starts(bytes, LIGHTGBM_OF_WINDOWS)) {
            return LightgbmReader.model(bytes);
        }
        if (starts(bytes, SKOPS)) {
            return SkopsReader.read(bytes);
        }
        throw new ModelFormatException("model file: first bytes of no kind that is known (expected: " + KNOWN
                + "; ONNX is read by OnnxModel of the module onnx)");
    }

    /// Whether the first bytes are of a kind that is read here.
    public static boolean isKnown(byte[] bytes) {
        return MARKS.stream().anyMatch(mark -> starts(bytes, mark));
    }

    private static boolean starts(byte[] bytes, String text) {
        byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }
}
