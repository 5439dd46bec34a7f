package dev.hansom.score;

import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Kernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What answers: a signature, the vocabulary and features that turn fields into numbers, a kernel, and where it all
/// comes from. A rule is a model whose kernel is a formula.
///
/// Threads: immutable; safe for many threads.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public final class Model implements Scorer {
    /// A model of these parts. `features` is empty for a formula.
    /// Errors: expressions that do not compile are an `ExpressionException`.
    public Model(
            Signature signature, Vocabulary vocabulary, List<Feature> features, Kernel kernel, Provenance provenance) {
        throw new UnsupportedOperationException();
    }
    /// Reads a `*.hansom` file. Errors: IOException for what cannot be read; ModelFormatException
    /// (dev.hansom.score.file) for what is no model.
    public static Model load(Path file) {
        throw new UnsupportedOperationException();
    }
    /// The bytes of its `*.hansom` file.
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    public Signature signature() {
        throw new UnsupportedOperationException();
    }

    public Vocabulary vocabulary() {
        throw new UnsupportedOperationException();
    }

    public List<Feature> features() {
        throw new UnsupportedOperationException();
    }

    public Kernel kernel() {
        throw new UnsupportedOperationException();
    }

    public Provenance provenance() {
        throw new UnsupportedOperationException();
    }
    /// "rule" for a formula, "model" otherwise.
    public String kind() {
        throw new UnsupportedOperationException();
    }
    /// Whether the row is one that the signature's `keep` means.
    public boolean keeps(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schema schema() {
        return signature().schema();
    }

    @Override
    public double score(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }
    /// The answer for a row given by field names; values are Number, String, Boolean, java.time.LocalDateTime/LocalDate
    /// or null.
    public double predict(Map<String, ? extends @Nullable Object> fields) {
        throw new UnsupportedOperationException();
    }
}
