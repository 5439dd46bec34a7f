package dev.hansom.access;

import dev.hansom.base.Hash;
import dev.hansom.base.Json;
import java.time.Instant;

/// Who did what to what, when, with which details. `hash` covers all of it and the hash of the entry before.
public record AuditEntry(
        long id, Instant at, String actor, String action, String subject, Json detail, String previous, String hash) {
    /// The hash that an entry with these facts has.
    String expectedHash() {
        return Hash.sha256(Json.array(
                        Json.of(id),
                        Json.of(at.toString()),
                        Json.of(actor),
                        Json.of(action),
                        Json.of(subject),
                        detail,
                        Json.of(previous))
                .text());
    }

    /// The same entry with the hash that it has to have.
    AuditEntry sealed() {
        return new AuditEntry(id, at, actor, action, subject, detail, previous, expectedHash());
    }
}
