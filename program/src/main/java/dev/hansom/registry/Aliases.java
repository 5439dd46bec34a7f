package dev.hansom.registry;

import dev.hansom.access.Audit;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The aliases of a home. Each move is in the audit, in the same transaction.
///
/// A version of kind `model` becomes `champion` only when the newest gate asked of it has passed; a rule always may.
///
/// Threads: safe for many.
public final class Aliases {
    private static final String ALL = "select name, alias, version, set_by, set_at from aliases where name = ?";

    /// Source: MLflow's registry.
    private static final Pattern ALLOWED = Pattern.compile("(?!(?i:latest)$)(?!v[0-9]+$)[\\w-]{1,255}");

    private final Store store;
    private final Audit audit;

    /// The aliases of a store, whose moves go into its audit.
    public Aliases(Store store) {
        this.store = store;
        this.audit = new Audit(store);
    }

    /// Moves an alias to a version: who does it and why. Errors: [ErrorCode#NOT_FOUND], [ErrorCode#REQUEST_INVALID] for
    /// a name that is not allowed, [ErrorCode#GATE_SHUT].
    public Alias set(String name, String alias, int version, String who, String why) {
        check(name, alias);
        return store.write(transaction -> {
            ModelVersion target = ModelVersions.get(transaction, name, version);
            if (alias.equals(Alias.CHAMPION) && target.kind() == VersionKind.MODEL) {
                askGate(transaction, target);
            }
            Json from = find(transaction, name, alias)
                    .map(before -> Json.of(before.version()))
                    .orElseGet(Json::none);
            Alias moved = new Alias(name, alias, version, who, store.now());
            put(transaction, moved);
            Json detail = Json.object()
                    .put("alias", alias)
                    .put("from", from)
                    .put("to", version)
                    .put("why", why)
                    .build();
            audit.append(transaction, who, "alias-set", name, detail);
            return moved;
        });
    }

    /// An alias, if it is there.
    public Optional<Alias> find(String name, String alias) {
        return store.read(transaction -> find(transaction, name, alias));
    }

    /// The version that an alias leads to, if it is there.
    public Optional<ModelVersion> version(String name, String alias) {
        return store.read(transaction ->
                find(transaction, name, alias).map(found -> ModelVersions.get(transaction, name, found.version())));
    }

    /// The aliases of a name, in order.
    public List<Alias> list(String name) {
        return store.read(transaction -> transaction.query(ALL + " order by alias", Aliases::alias, name));
    }

    private static Optional<Alias> find(Transaction transaction, String name, String alias) {
        return transaction.first(ALL + " and alias = ?", Aliases::alias, name, alias);
    }

    private static void put(Transaction transaction, Alias alias) {
        transaction.execute(
                "insert into aliases (name, alias, version, set_by, set_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (name, alias) do update set version = excluded.version,"
                        + " set_by = excluded.set_by, set_at = excluded.set_at",
                alias.name(),
                alias.alias(),
                alias.version(),
                alias.setBy(),
                alias.setAt());
    }

    private static void askGate(Transaction transaction, ModelVersion target) {
        Optional<Gate> newest = Gates.newest(transaction, target.name(), target.version());
        if (newest.filter(gate -> gate.result().passed()).isEmpty()) {
            throw new ProblemException(Problem.of(
                            ErrorCode.GATE_SHUT,
                            target.name(),
                            "version " + target.version() + " has not passed the gate")
                    .next("run hansom promote"));
        }
    }

    private static void check(String name, String alias) {
        if (!ALLOWED.matcher(alias).matches()) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, name, "an alias cannot have that name")
                    .value(alias)
                    .expected("1 to 255 letters, digits, _ and -; not latest, not v and a number"));
        }
    }

    private static Alias alias(Rows row) {
        return new Alias(
                row.text("name"),
                row.text("alias"),
                (int) row.whole("version"),
                row.text("set_by"),
                row.instant("set_at"));
    }
}
