package dev.hansom.track;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import java.util.List;
import java.util.Optional;

/// The files that runs left.
///
/// Threads: safe for many.
public final class Artifacts {
    private static final String ALL = "select path, sha256, bytes from artifacts where run_id = ?";

    private final Store store;

    /// The artifacts of a store.
    public Artifacts(Store store) {
        this.store = store;
    }

    /// Keeps a content as a file of a run; a path that is put again leads to the new content.
    public Artifact put(String runId, String path, byte[] content) {
        check(path);
        Artifact artifact = new Artifact(path, store.blobs().put(content), content.length);
        store.change(transaction -> transaction.execute(
                "insert into artifacts (run_id, path, sha256, bytes) values (?, ?, ?, ?)"
                        + " on conflict (run_id, path) do update set sha256 = excluded.sha256, bytes = excluded.bytes",
                runId,
                path,
                artifact.sha256(),
                artifact.bytes()));
        return artifact;
    }

    /// A file of a run, if it left one at that path. Its content is in the store's blobs.
    public Optional<Artifact> find(String runId, String path) {
        return store.read(transaction -> transaction.first(ALL + " and path = ?", Artifacts::artifact, runId, path));
    }

    /// The files of a run in order of their paths.
    public List<Artifact> list(String runId) {
        return store.read(transaction -> transaction.query(ALL + " order by path", Artifacts::artifact, runId));
    }

    /// A path stays below its run: parts with `/` between, none empty, `.` or `..`.
    private static void check(String path) {
        boolean stays = List.of(path.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\"));
        if (!stays) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, "artifact", "a path that leaves its run")
                    .value(path)
                    .expected("parts with / between"));
        }
    }

    private static Artifact artifact(Rows row) {
        return new Artifact(row.text("path"), row.text("sha256"), row.whole("bytes"));
    }
}
