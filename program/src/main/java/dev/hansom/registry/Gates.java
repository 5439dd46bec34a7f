package dev.hansom.registry;

import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.List;
import java.util.Optional;

/// Every time the gate was asked, whatever the answer.
///
/// Threads: safe for many.
public final class Gates {
    private static final String ALL = "select name, version, questions, asked_at from gate_results where name = ?";
    private static final String NEWEST_FIRST = " order by gate_id desc";

    private final Store store;

    /// The gates of a store.
    public Gates(Store store) {
        this.store = store;
    }

    /// Remembers the answers. Errors: [dev.hansom.base.ErrorCode#NOT_FOUND] for a version that is not there.
    public Gate record(String name, int version, GateResult result) {
        return store.write(transaction -> {
            ModelVersions.get(transaction, name, version);
            Gate gate = new Gate(name, version, result, store.now());
            transaction.execute(
                    "insert into gate_results (gate_id, name, version, passed, questions, asked_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    transaction.number("select coalesce(max(gate_id), 0) + 1 as n from gate_results"),
                    name,
                    version,
                    result.passed(),
                    result.json(),
                    gate.askedAt());
            return gate;
        });
    }

    /// The newest answers for a version, if it was ever asked.
    public Optional<Gate> newest(String name, int version) {
        return store.read(transaction -> newest(transaction, name, version));
    }

    /// All answers for the versions of a name, newest first.
    public List<Gate> list(String name) {
        return store.read(transaction -> transaction.query(ALL + NEWEST_FIRST, Gates::gate, name));
    }

    static Optional<Gate> newest(Transaction transaction, String name, int version) {
        return transaction.first(ALL + " and version = ?" + NEWEST_FIRST + " limit 1", Gates::gate, name, version);
    }

    private static Gate gate(Rows row) {
        return new Gate(
                row.text("name"),
                (int) row.whole("version"),
                GateResult.of(row.json("questions")),
                row.instant("asked_at"));
    }
}
