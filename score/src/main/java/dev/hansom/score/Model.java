package dev.hansom.score;

import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.file.ModelFile;
import dev.hansom.score.kernel.BoundKernel;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What answers: a signature, the vocabulary and features that turn fields into numbers, a kernel, and
/// where it all comes from. A rule is a model whose kernel is a formula.
///
/// Threads: immutable; safe for many threads.
public final class Model implements Scorer {
    private final Signature signature;
    private final Vocabulary vocabulary;
    private final List<Feature> features;
    private final Kernel kernel;
    private final Provenance provenance;
    private final Range range;
    private final BoundKernel bound;
    private final @Nullable Expression keep;
    private final FieldBinding binding;

    /// A model of these parts. `features` is empty for a formula.
    /// Errors: expressions that do not compile are an `ExpressionException`; parts that do not fit each
    /// other are an [IllegalArgumentException].
    public Model(
            Signature signature, Vocabulary vocabulary, List<Feature> features, Kernel kernel, Provenance provenance) {
        this(signature, vocabulary, features, kernel, provenance, Range.ANY);
    }

    /// The same, whose answers lie in `range`.
    public Model(
            Signature signature,
            Vocabulary vocabulary,
            List<Feature> features,
            Kernel kernel,
            Provenance provenance,
            Range range) {
        this.signature = signature;
        this.vocabulary = vocabulary;
        this.features = List.copyOf(features);
        this.kernel = kernel;
        this.provenance = provenance;
        this.range = range;
        Scope scope = vocabulary.scope(signature.schema());
        this.bound = kernel.bind(scope, this.features);
        this.keep = keep(signature.keep(), scope);
        this.binding = new FieldBinding(signature);
    }

    /// Reads a `*.hansom` file.
    /// Errors: IOException for what cannot be read; `ModelFormatException` for what is no model.
    public static Model load(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /// The model of the bytes of a `*.hansom` file.
    /// Errors: `ModelFormatException` for what is no model.
    public static Model read(byte[] bytes) {
        return ModelFile.read(bytes);
    }

    /// The bytes of its `*.hansom` file; always the same for the same model.
    public byte[] bytes() {
        return ModelFile.write(this);
    }

    public Signature signature() {
        return signature;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// The features in the order in which the kernel reads them.
    public List<Feature> features() {
        return features;
    }

    public Kernel kernel() {
        return kernel;
    }

    public Provenance provenance() {
        return provenance;
    }

    /// Where its answers lie.
    public Range range() {
        return range;
    }

    /// "rule" for a formula, "model" otherwise.
    public String kind() {
        return kernel instanceof Formula ? "rule" : "model";
    }

    /// Whether the row is one that the signature's `keep` means.
    public boolean keeps(Columns columns, int row) {
        return keep == null || keep.holds(columns, row);
    }

    @Override
    public Schema schema() {
        return signature.schema();
    }

    @Override
    public double score(Columns columns, int row) {
        return range.clamp(unclamped(columns, row));
    }

    /// The answer before it is brought into [#range()].
    public double unclamped(Columns columns, int row) {
        return finite(bound.answer(columns, row));
    }

    @Override
    public int outputs() {
        return bound.outputs();
    }

    @Override
    public void scores(Columns columns, int row, double[] into, int offset) {
        bound.answers(columns, row, into, offset);
        for (int i = offset; i < offset + bound.outputs(); i++) {
            into[i] = range.clamp(finite(into[i]));
        }
    }

    /// The answers for all rows, block by block; the same as row by row.
    /// Errors: columns that do not start with those of [#schema()] are an [IllegalArgumentException].
    @Override
    public double[] score(Columns columns) {
        List<Schema.Column> given = columns.schema().columns();
        List<Schema.Column> needed = schema().columns();
        if (given.size() < needed.size() || !given.subList(0, needed.size()).equals(needed)) {
            throw new IllegalArgumentException("columns " + given + " (expected: " + needed + ")");
        }
        double[] answers = bound.answer(columns);
        for (int row = 0; row < answers.length; row++) {
            answers[row] = range.clamp(finite(answers[row]));
        }
        return answers;
    }

    /// The answer for a row given by field names; values are Number, String, Boolean,
    /// java.time.LocalDateTime/Instant/ZonedDateTime/OffsetDateTime/LocalDate or null, and ISO text for a
    /// time.
    /// A field
    /// that is not given is missing.
    /// Errors: unknown fields and values of another kind are an [IllegalArgumentException] that names them
    /// all.
    public double predict(Map<String, ? extends @Nullable Object> fields) {
        return score(binding.row(fields));
    }

    /// The answer for a typed row, such as [#row()] makes.
    /// Errors: a row of other fields is an [IllegalArgumentException].
    public double predict(Row row) {
        return score(checked(row).columns(), 0);
    }

    private Row checked(Row row) {
        Schema given = row.columns().schema();
        if (!given.equals(schema())) {
            throw new IllegalArgumentException("a row of " + given.names()
                    + " (expected: one that model.row() makes, of " + schema().names() + ")");
        }
        return row;
    }

    /// The answers for all rows, whose columns are found by their names, in any order.
    /// Errors: columns that are not there or have another type are an [IllegalArgumentException] that names
    /// them all.
    public double[] predict(Columns columns) {
        return score(columns.through(schema()));
    }

    /// A typed row of the fields, every value missing until it is set; to be used again and again on one
    /// thread.
    public Row row() {
        return binding.row();
    }

    /// What answers records of this type, checked once and now.
    /// Errors: fields without a component, and components of another kind, are an [IllegalArgumentException]
    /// that names
    /// them all.
    public <T extends Record> Binding<T> bind(Class<T> type) {
        return new Binding<>(this, type, MethodHandles.lookup());
    }

    /// The same for a record that only `lookup` may read.
    public <T extends Record> Binding<T> bind(Class<T> type, MethodHandles.Lookup lookup) {
        return new Binding<>(this, type, lookup);
    }

    /// `sha256:` and the SHA-256 of its file in hexadecimal: what `sha256sum` says of the file.
    public String fingerprint() {
        return "sha256:" + ModelFile.sum(bytes());
    }

    /// What each feature added to the answer for a row given by field names; see [#predict(Map)].
    /// Errors: as there, and as [#contributions(Columns, int)].
    public Contributions contributions(Map<String, ? extends @Nullable Object> fields) {
        return contributions(binding.row(fields));
    }

    /// What each feature added to the answer for a typed row.
    public Contributions contributions(Row row) {
        return contributions(checked(row).columns(), 0);
    }

    /// What each feature added to the answer for row `row`, exactly; to its first number where it has several.
    /// Errors: [IllegalStateException] for a rule, which has no features, and for a model whose trees do not
    /// say how
    /// many rows they saw.
    public Contributions contributions(Columns columns, int row) {
        double[] all = bound.contributions(columns, row);
        List<String> names = features.stream().map(Feature::name).toList();
        return new Contributions(names, Arrays.copyOf(all, names.size()), all[names.size()]);
    }

    /// What it is, for a person.
    @Override
    public String toString() {
        return kind() + " of " + signature.project() + ", answers " + signature.target() + " in " + signature.unit();
    }

    private static double finite(double answer) {
        return Double.isInfinite(answer) ? Double.NaN : answer;
    }

    private static @Nullable Expression keep(String text, Scope scope) {
        if (text.isBlank() || text.strip().equalsIgnoreCase("true")) {
            return null;
        }
        Expression expression = Expression.compile(text, scope);
        if (expression.type() != Type.BOOLEAN) {
            throw new ExpressionException("keep: " + expression.type().text() + " (expected: a condition)", text, 0);
        }
        return expression;
    }
}
