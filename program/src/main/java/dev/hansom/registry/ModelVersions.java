package dev.hansom.registry;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The versions of a home. A name counts from 1, and a number is never given twice.
///
/// Threads: safe for many.
public final class ModelVersions {
    private static final String ALL =
            "select name, version, kind, sha256, run_id, description, created_at from model_versions";

    private final Store store;

    /// The versions of a store.
    public ModelVersions(Store store) {
        this.store = store;
    }

    /// Gives the next number. Errors: [ErrorCode#NOT_FOUND] when the blobs do not hold the content.
    public ModelVersion create(NewVersion made) {
        store.blobs().path(made.sha256());
        return store.write(transaction -> {
            long version = transaction.number(
                    "select coalesce(max(version), 0) + 1 as n from model_versions where name = ?", made.name());
            transaction.execute(
                    "insert into model_versions (name, version, kind, sha256, run_id, description, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    made.name(),
                    version,
                    made.kind().slug(),
                    made.sha256(),
                    made.runId(),
                    made.description(),
                    store.now());
            made.tags()
                    .forEach((tag, value) -> transaction.execute(
                            "insert into model_version_tags (name, version, tag, value) values (?, ?, ?, ?)",
                            made.name(),
                            version,
                            tag,
                            value));
            return get(transaction, made.name(), version);
        });
    }

    /// A version. Errors: [ErrorCode#NOT_FOUND].
    public ModelVersion get(String name, int version) {
        return store.read(transaction -> get(transaction, name, version));
    }

    /// A version, if it is there.
    public Optional<ModelVersion> find(String name, int version) {
        return store.read(transaction -> find(transaction, name, version));
    }

    /// The versions of a name, newest first.
    public List<ModelVersion> list(String name) {
        return store.read(transaction -> transaction.query(
                ALL + " where name = ? order by version desc", row -> version(transaction, row), name));
    }

    /// The names that have versions, in order.
    public List<String> names() {
        return store.read(transaction ->
                transaction.query("select distinct name from model_versions order by name", row -> row.text("name")));
    }

    static ModelVersion get(Transaction transaction, String name, long version) {
        return find(transaction, name, version)
                .orElseThrow(
                        () -> new ProblemException(Problem.of(ErrorCode.NOT_FOUND, name, "has no version " + version)));
    }

    static Optional<ModelVersion> find(Transaction transaction, String name, long version) {
        return transaction.first(
                ALL + " where name = ? and version = ?", row -> version(transaction, row), name, version);
    }

    private static ModelVersion version(Transaction transaction, Rows row) {
        String name = row.text("name");
        int version = (int) row.whole("version");
        return new ModelVersion(
                name,
                version,
                VersionKind.of(row.text("kind")),
                row.text("sha256"),
                row.optionalText("run_id"),
                row.text("description"),
                tags(transaction, name, version),
                row.instant("created_at"));
    }

    private static Map<String, String> tags(Transaction transaction, String name, int version) {
        Map<String, String> tags = new TreeMap<>();
        transaction.each(
                "select tag, value from model_version_tags where name = ? and version = ?",
                row -> tags.put(row.text("tag"), row.text("value")),
                name,
                version);
        return tags;
    }
}
