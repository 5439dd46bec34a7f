package dev.hansom.track;

import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Each time somebody looked at a held-out period.
///
/// Threads: safe for many.
public final class Openings {
    private final Store store;

    /// The openings of a store.
    public Openings(Store store) {
        this.store = store;
    }

    /// Remembers that a job looks at a period of a project now, and says how often that job has, this look included.
    public long opened(String project, String period, String job, @Nullable String runId) {
        return store.write(transaction -> {
            long id = transaction.number("select coalesce(max(opening_id), 0) + 1 as n from openings");
            transaction.execute(
                    "insert into openings (opening_id, project, period, job, run_id, opened_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    project,
                    period,
                    job,
                    runId,
                    store.now());
            return transaction.number(
                    "select count(*) as n from openings where project = ? and period = ? and job = ?",
                    project,
                    period,
                    job);
        });
    }

    /// How often each job looked at a period of a project, by the name of the job.
    public Map<String, Long> counts(String project, String period) {
        return store.read(transaction -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            transaction.each(
                    "select job, count(*) as n from openings where project = ? and period = ? group by job order by job",
                    row -> counts.put(row.text("job"), row.whole("n")),
                    project,
                    period);
            return counts;
        });
    }

    /// How often each job looked at each held-out period of a project: by period, then by the name of the job.
    public Map<String, Map<String, Long>> counts(String project) {
        return store.read(transaction -> {
            Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
            transaction.each(
                    "select period, job, count(*) as n from openings where project = ?"
                            + " group by period, job order by period, job",
                    row -> counts.computeIfAbsent(row.text("period"), _ -> new LinkedHashMap<>())
                            .put(row.text("job"), row.whole("n")),
                    project);
            return counts;
        });
    }

    /// All looks at the periods of a project, oldest first.
    public List<Opening> list(String project) {
        return store.read(transaction -> transaction.query(
                "select project, period, job, run_id, opened_at from openings where project = ? order by opening_id",
                Openings::opening,
                project));
    }

    private static Opening opening(Rows row) {
        Optional<String> runId = row.optionalText("run_id");
        return new Opening(row.text("project"), row.text("period"), row.text("job"), runId, row.instant("opened_at"));
    }
}
