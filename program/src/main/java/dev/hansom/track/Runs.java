package dev.hansom.track;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The runs of a home.
///
/// Errors: [ErrorCode#NOT_FOUND] for a run or experiment that is not there. Threads: safe for many.
public final class Runs {
    private static final String ALL = "select run_id, experiment_id, name, status, started_at, ended_at from runs";

    private final Store store;
    private final Experiments experiments;
    private final Metrics metrics;

    /// The runs of a store.
    public Runs(Store store) {
        this.store = store;
        this.experiments = new Experiments(store);
        this.metrics = new Metrics(store);
    }

    /// Begins a run.
    public Run start(long experimentId, String name) {
        String id = UUID.randomUUID().toString().replace("-", "");
        long experiment = experiments.get(experimentId).id();
        return store.write(transaction -> {
            transaction.execute(
                    "insert into runs (run_id, experiment_id, name, status, started_at) values (?, ?, ?, ?, ?)",
                    id,
                    experiment,
                    name,
                    RunStatus.RUNNING.name(),
                    store.now());
            return get(transaction, id);
        });
    }

    /// Ends a run.
    public Run finish(String id, RunStatus status) {
        return store.write(transaction -> {
            transaction.execute(
                    "update runs set status = ?, ended_at = ? where run_id = ?", status.name(), store.now(), id);
            return get(transaction, id);
        });
    }

    /// Keeps a parameter. Errors: [ErrorCode#REQUEST_INVALID] when the run has another value of that name.
    public void param(String id, String name, String value) {
        params(id, Map.of(name, value));
    }

    /// Keeps parameters; a parameter never changes.
    public void params(String id, Map<String, String> params) {
        store.change(transaction -> {
            Map<String, String> known = get(transaction, id).params();
            params.forEach((name, value) -> {
                if (!known.getOrDefault(name, value).equals(value)) {
                    throw new ProblemException(Problem.of(
                                    ErrorCode.REQUEST_INVALID, "run " + id, "parameter " + name + " has another value")
                            .expected("parameters that never change; a tag may"));
                }
                put(transaction, "params", id, name, value);
            });
        });
    }

    /// Sets a tag.
    public void tag(String id, String name, String value) {
        tags(id, Map.of(name, value));
    }

    /// Sets tags; one of the same name takes the new value.
    public void tags(String id, Map<String, String> tags) {
        store.change(transaction -> {
            get(transaction, id);
            tags.forEach((name, value) -> put(transaction, "tags", id, name, value));
        });
    }

    /// Reports a number at step 0, now.
    public void metric(String id, String name, double value) {
        metric(id, name, value, 0);
    }

    /// Reports a number at a step, now.
    public void metric(String id, String name, double value, long step) {
        metrics(id, List.of(new RunMetric(name, value, step, store.now())));
    }

    /// Reports numbers, all or none.
    public void metrics(String id, List<RunMetric> reported) {
        store.change(transaction -> {
            get(transaction, id);
            metrics.report(transaction, id, reported);
        });
    }

    /// Every number of one name that a run reported, in order of steps.
    public List<RunMetric> history(String id, String name) {
        return metrics.history(id, name);
    }

    /// A run. Errors: [ErrorCode#NOT_FOUND].
    public Run get(String id) {
        return store.read(transaction -> get(transaction, id));
    }

    /// A run, if it is there.
    public Optional<Run> find(String id) {
        return store.read(transaction -> find(transaction, id));
    }

    /// The newest runs of an experiment, newest first.
    public List<Run> list(long experimentId, int limit) {
        return store.read(transaction -> transaction.query(
                ALL + " where experiment_id = ? order by started_at desc, run_id limit ?",
                row -> run(transaction, row),
                experimentId,
                limit));
    }

    private Run get(Transaction transaction, String id) {
        return find(transaction, id).orElseThrow(() -> unknown(id));
    }

    private Optional<Run> find(Transaction transaction, String id) {
        return transaction.first(ALL + " where run_id = ?", row -> run(transaction, row), id);
    }

    private Run run(Transaction transaction, Rows row) {
        String id = row.text("run_id");
        return new Run(
                id,
                row.whole("experiment_id"),
                row.text("name"),
                RunStatus.valueOf(row.text("status")),
                row.instant("started_at"),
                row.optionalInstant("ended_at"),
                texts(transaction, "params", id),
                texts(transaction, "tags", id),
                metrics.latest(transaction, id));
    }

    private static void put(Transaction transaction, String table, String id, String name, String value) {
        transaction.execute(
                "insert into " + table + " (run_id, name, value) values (?, ?, ?)"
                        + " on conflict (run_id, name) do update set value = excluded.value",
                id,
                name,
                value);
    }

    private static Map<String, String> texts(Transaction transaction, String table, String id) {
        Map<String, String> texts = new LinkedHashMap<>();
        transaction.each(
                "select name, value from " + table + " where run_id = ? order by name",
                row -> texts.put(row.text("name"), row.text("value")),
                id);
        return texts;
    }

    private ProblemException unknown(String id) {
        return new ProblemException(Problem.of(ErrorCode.NOT_FOUND, store.home().toString(), "knows no such run")
                .value(id)
                .next("see hansom runs"));
    }
}
