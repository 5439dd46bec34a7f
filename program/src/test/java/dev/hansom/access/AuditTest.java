package dev.hansom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Store store;
    private Audit audit;

    @BeforeEach
    void open() {
        store = Store.open(home, CLOCK);
        audit = new Audit(store);
        for (int i = 1; i <= 3; i++) {
            audit.append(
                    "ann",
                    "try",
                    "thing " + i,
                    Json.object().put("x", Double.NaN).put("n", 1.0).build());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNewestEntryComesFirstAndCoversTheOneBefore() {
        assertThat(audit.entries(2)).extracting(AuditEntry::subject).containsExactly("thing 3", "thing 2");
        assertThat(audit.entries(1).getFirst().previous())
                .isEqualTo(audit.entries(2).getLast().hash());
        assertThat(audit.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'bob' where entry_id = 2",
                "update audit set detail = '{}' where entry_id = 2",
                "update audit set at = at + 1 where entry_id = 2",
                "update audit set hash = replace(hash, 'a', 'b') where entry_id = 2",
                "delete from audit where entry_id = 1",
            })
    void aChangeOfThePastShows(String change) {
        store.change(transaction -> transaction.execute(change));
        assertThat(audit.verify()).map(AuditEntry::id).hasValue(2L);
    }

    @Test
    void anEntryBelongsToTheTransactionOfItsAct() {
        try {
            store.change(transaction -> {
                audit.append(transaction, "ann", "try", "undone", Json.none());
                throw new IllegalArgumentException();
            });
        } catch (IllegalArgumentException expected) {
            assertThat(audit.entries(1)).extracting(AuditEntry::subject).containsExactly("thing 3");
        }
    }
}
