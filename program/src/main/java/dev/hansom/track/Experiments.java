package dev.hansom.track;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The experiments of a home.
///
/// Threads: safe for many.
public final class Experiments {
    /// The experiment of runs that name none.
    public static final long DEFAULT = 0;

    private static final String ALL = "select experiment_id, name, created_at from experiments";

    private final Store store;

    /// The experiments of a store; `Default` is made where it is not there.
    public Experiments(Store store) {
        this.store = store;
        if (find("Default").isEmpty()) {
            store.change(transaction -> transaction.execute(
                    "insert into experiments (experiment_id, name, created_at) values (?, ?, ?) on conflict do nothing",
                    DEFAULT,
                    "Default",
                    store.now()));
        }
    }

    /// The experiment of that name, made where it is not there.
    public Experiment named(String name) {
        return find(name).orElseGet(() -> store.write(transaction -> make(transaction, name)));
    }

    /// The experiment of that name, if it is there.
    public Optional<Experiment> find(String name) {
        return store.read(transaction -> find(transaction, name));
    }

    /// The experiment of that number. Errors: [ErrorCode#NOT_FOUND].
    public Experiment get(long id) {
        return store.read(
                        transaction -> transaction.first(ALL + " where experiment_id = ?", Experiments::experiment, id))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ErrorCode.NOT_FOUND, store.home().toString(), "knows no experiment of that number")
                                .value(Long.toString(id))));
    }

    /// All experiments in order of their numbers.
    public List<Experiment> list() {
        return store.read(transaction -> transaction.query(ALL + " order by experiment_id", Experiments::experiment));
    }

    private Experiment make(Transaction transaction, String name) {
        return find(transaction, name).orElseGet(() -> {
            long id = transaction.number("select max(experiment_id) + 1 as n from experiments");
            Instant now = store.now();
            transaction.execute(
                    "insert into experiments (experiment_id, name, created_at) values (?, ?, ?)", id, name, now);
            return new Experiment(id, name, now);
        });
    }

    private static Optional<Experiment> find(Transaction transaction, String name) {
        return transaction.first(ALL + " where name = ?", Experiments::experiment, name);
    }

    private static Experiment experiment(Rows row) {
        return new Experiment(row.whole("experiment_id"), row.text("name"), row.instant("created_at"));
    }
}
