package dev.hansom.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hansom.access.Audit;
import dev.hansom.access.AuditEntry;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Store store;
    private ModelVersions versions;
    private Aliases aliases;
    private Gates gates;

    @BeforeEach
    void open() {
        store = Store.open(home, CLOCK);
        versions = new ModelVersions(store);
        aliases = new Aliases(store);
        gates = new Gates(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void versionsCountFromOneForEachName() {
        assertThat(version("taxi", VersionKind.RULE).version()).isEqualTo(1);
        assertThat(version("taxi", VersionKind.MODEL).version()).isEqualTo(2);
        assertThat(version("bus", VersionKind.RULE).version()).isEqualTo(1);
        assertThat(versions.list("taxi")).extracting(ModelVersion::version).containsExactly(2, 1);
        assertThat(versions.names()).containsExactly("bus", "taxi");
    }

    @Test
    void aVersionIsReadAsItWasMade() {
        ModelVersion made = version("taxi", VersionKind.RULE);
        assertThat(versions.get("taxi", 1)).isEqualTo(made);
        assertThat(made.tags()).containsExactly(Map.entry("months", "2021-01"));
        assertThat(made.kind()).isEqualTo(VersionKind.RULE);
        assertThat(made.runId()).isEmpty();
    }

    @Test
    void aVersionNeedsItsContent() {
        assertThatThrownBy(() ->
                        versions.create(new NewVersion("taxi", VersionKind.RULE, "0".repeat(64), null, "", Map.of())))
                .extracting(AliasesTest::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(versions.names()).isEmpty();
    }

    @Test
    void anAliasMovesAndEachMoveIsAudited() {
        version("taxi", VersionKind.RULE);
        version("taxi", VersionKind.RULE);
        aliases.set("taxi", Alias.CHAMPION, 1, "design", "the first");
        aliases.set("taxi", Alias.CHAMPION, 2, "ann", "the better one");
        assertThat(aliases.version("taxi", Alias.CHAMPION))
                .map(ModelVersion::version)
                .hasValue(2);
        assertThat(aliases.list("taxi")).extracting(Alias::setBy).containsExactly("ann");
        Audit audit = new Audit(store);
        assertThat(audit.entries(10))
                .extracting(AuditEntry::actor, entry -> entry.detail().text())
                .containsExactly(
                        tuple("ann", "{\"alias\":\"champion\",\"from\":1,\"to\":2,\"why\":\"the better one\"}"),
                        tuple("design", "{\"alias\":\"champion\",\"from\":null,\"to\":1,\"why\":\"the first\"}"));
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void aModelBecomesChampionOnlyThroughTheGate() {
        version("taxi", VersionKind.MODEL);
        assertThatThrownBy(() -> aliases.set("taxi", Alias.CHAMPION, 1, "ann", "hurry"))
                .extracting(AliasesTest::code)
                .isEqualTo(ErrorCode.GATE_SHUT);
        gates.record("taxi", 1, gate(true, false));
        assertThatThrownBy(() -> aliases.set("taxi", Alias.CHAMPION, 1, "ann", "hurry"))
                .hasMessageContaining("version 1 has not passed the gate");
        assertThat(aliases.find("taxi", Alias.CHAMPION)).isEmpty();
        assertThat(new Audit(store).entries(10)).isEmpty();

        aliases.set("taxi", Alias.SHADOW, 1, "ann", "see what it says");
        gates.record("taxi", 1, gate(true, true));
        aliases.set("taxi", Alias.CHAMPION, 1, "ann", "it passed");
        assertThat(aliases.list("taxi")).extracting(Alias::alias).containsExactly("champion", "shadow");
    }

    @Test
    void goingBackToARuleIsAlwaysAllowed() {
        version("taxi", VersionKind.RULE);
        aliases.set("taxi", Alias.CHAMPION, 1, "ann", "the model is red");
        assertThat(aliases.version("taxi", Alias.CHAMPION))
                .map(ModelVersion::kind)
                .hasValue(VersionKind.RULE);
    }

    @Test
    void theGateRemembersEveryAttempt() {
        version("taxi", VersionKind.MODEL);
        gates.record("taxi", 1, gate(false, true));
        gates.record("taxi", 1, gate(true, true));
        assertThat(gates.list("taxi"))
                .extracting(gate -> gate.result().passed())
                .containsExactly(true, false);
        assertThat(gates.list("taxi").getLast().result().reasons()).containsExactly("question 0: false");
        assertThat(gates.newest("taxi", 1)).map(Gate::result).hasValue(gate(true, true));
        assertThat(new GateResult(List.of()).passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "Latest", "v1", "v007", "", "a b", "a/b", "ä", "a.b"})
    void anAliasThatMlflowReservesIsRefused(String alias) {
        version("taxi", VersionKind.RULE);
        assertThatThrownBy(() -> aliases.set("taxi", alias, 1, "ann", ""))
                .extracting(AliasesTest::code)
                .isEqualTo(ErrorCode.REQUEST_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"champion", "latest-2", "v1b", "V", "a_B-9"})
    void otherAliasesAreFine(String alias) {
        version("taxi", VersionKind.RULE);
        assertThat(aliases.set("taxi", alias, 1, "ann", "").alias()).isEqualTo(alias);
    }

    @Test
    void anAliasNeedsAVersionThatIsThere() {
        assertThatThrownBy(() -> aliases.set("taxi", "champion", 1, "ann", ""))
                .hasMessageContaining("taxi: has no version 1")
                .extracting(AliasesTest::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(aliases.find("taxi", "champion")).isEmpty();
    }

    private ModelVersion version(String name, VersionKind kind) {
        String sha256 = store.blobs().put(new byte[] {1, 2, 3});
        return versions.create(new NewVersion(name, kind, sha256, null, "", Map.of("months", "2021-01")));
    }

    private static GateResult gate(boolean... answers) {
        return new GateResult(IntStream.range(0, answers.length)
                .mapToObj(i -> new GateQuestion("question " + i, answers[i], "question " + i + ": " + answers[i]))
                .toList());
    }

    private static ErrorCode code(Throwable e) {
        return ((ProblemException) e).problems().getFirst().code();
    }
}
