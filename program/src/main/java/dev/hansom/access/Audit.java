package dev.hansom.access;

import dev.hansom.base.Json;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.List;
import java.util.Optional;

/// The book of who did what: entries are only added, and each hash covers the entry before, so that a change of the
/// past
/// shows. Entries cut off at the end do not show.
///
/// Threads: safe for many.
public final class Audit {
    private static final String ALL = "select entry_id, at, actor, action, subject, detail, previous, hash from audit";

    /// Before the first entry.
    private static final String NOTHING = "";

    private final Store store;

    /// The book of a store.
    public Audit(Store store) {
        this.store = store;
    }

    /// Adds an entry.
    public AuditEntry append(String actor, String action, String subject, Json detail) {
        return store.write(transaction -> append(transaction, actor, action, subject, detail));
    }

    /// Adds an entry in the same transaction as the act itself.
    public AuditEntry append(Transaction transaction, String actor, String action, String subject, Json detail) {
        Optional<AuditEntry> last = transaction.first(ALL + " order by entry_id desc limit 1", Audit::entry);
        AuditEntry entry = new AuditEntry(
                        last.map(AuditEntry::id).orElse(0L) + 1,
                        store.now(),
                        actor,
                        action,
                        subject,
                        // As it will be read again.
                        Json.parse(detail.text()),
                        last.map(AuditEntry::hash).orElse(NOTHING),
                        NOTHING)
                .sealed();
        transaction.execute(
                "insert into audit (entry_id, at, actor, action, subject, detail, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.at(),
                actor,
                action,
                subject,
                entry.detail(),
                entry.previous(),
                entry.hash());
        return entry;
    }

    /// The newest entries, newest first.
    public List<AuditEntry> entries(int limit) {
        return store.read(
                transaction -> transaction.query(ALL + " order by entry_id desc limit ?", Audit::entry, limit));
    }

    /// The first entry that was changed, or that does not follow the one before it; empty when the book is whole.
    public Optional<AuditEntry> verify() {
        List<AuditEntry> book = store.read(transaction -> transaction.query(ALL + " order by entry_id", Audit::entry));
        String previous = NOTHING;
        for (AuditEntry entry : book) {
            if (!entry.previous().equals(previous) || !entry.hash().equals(entry.expectedHash())) {
                return Optional.of(entry);
            }
            previous = entry.hash();
        }
        return Optional.empty();
    }

    private static AuditEntry entry(Rows row) {
        return new AuditEntry(
                row.whole("entry_id"),
                row.instant("at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject"),
                row.json("detail"),
                row.text("previous"),
                row.text("hash"));
    }
}
