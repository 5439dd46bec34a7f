package dev.hansom.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.ProblemException;
import dev.hansom.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path home;

    private Store store;
    private Runs runs;
    private long taxi;

    @BeforeEach
    void open() {
        // Each look at the clock is a second later.
        Clock ticking = new Clock() {
            private Instant now = START;

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public synchronized Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }
        };
        store = Store.open(home, ticking);
        runs = new Runs(store);
        taxi = new Experiments(store).named("taxi").id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRunRemembersWhatHappenedInIt() {
        Run run = runs.start(taxi, "first");
        runs.params(run.id(), Map.of("eta", "0.1", "depth", "6"));
        runs.tag(run.id(), "stage", "draft");
        runs.tag(run.id(), "stage", "final");
        runs.metric(run.id(), "mae", 3.5, 1);
        runs.metric(run.id(), "mae", 3.25, 2);
        runs.metric(run.id(), "rows", 100);
        runs.finish(run.id(), RunStatus.FINISHED);

        Run found = runs.get(run.id());
        assertThat(found.id()).matches("[0-9a-f]{32}");
        assertThat(found.name()).isEqualTo("first");
        assertThat(found.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(found.params()).containsExactly(Map.entry("depth", "6"), Map.entry("eta", "0.1"));
        assertThat(found.tags()).containsExactly(Map.entry("stage", "final"));
        assertThat(found.metric("mae")).hasValue(3.25);
        assertThat(found.metric("rmse")).isEmpty();
        assertThat(found.endedAt()).hasValueSatisfying(end -> assertThat(end).isAfter(found.startedAt()));
        assertThat(runs.history(run.id(), "mae"))
                .extracting(RunMetric::value, RunMetric::step)
                .containsExactly(tuple(3.5, 1L), tuple(3.25, 2L));
    }

    @Test
    void theLatestMetricHasTheGreatestStepThenInstantThenValue() {
        Run run = runs.start(taxi, "first");
        Instant later = START.plus(Duration.ofDays(1));
        runs.metrics(
                run.id(),
                List.of(
                        new RunMetric("m", 1, 5, START),
                        new RunMetric("m", 9, 4, later),
                        new RunMetric("m", 2, 5, later),
                        new RunMetric("m", 8, 5, START),
                        new RunMetric("m", 3, 5, later),
                        new RunMetric("m", 0, 5, later)));
        assertThat(runs.get(run.id()).metrics().get("m")).isEqualTo(new RunMetric("m", 3, 5, later));
    }

    @Test
    void notANumberAndInfinityAreKept() {
        Run run = runs.start(taxi, "first");
        runs.metric(run.id(), "nan", Double.NaN);
        runs.metric(run.id(), "far", Double.NEGATIVE_INFINITY);
        assertThat(runs.get(run.id()).metric("nan")).hasValue(Double.NaN);
        assertThat(runs.get(run.id()).metric("far")).hasValue(Double.NEGATIVE_INFINITY);
    }

    @Test
    void theNewestRunIsListedFirst() {
        Run first = runs.start(taxi, "first");
        Run second = runs.start(taxi, "second");
        runs.start(Experiments.DEFAULT, "elsewhere");
        assertThat(runs.list(taxi, 10)).extracting(Run::id).containsExactly(second.id(), first.id());
        assertThat(runs.list(taxi, 1)).extracting(Run::id).containsExactly(second.id());
    }

    @Test
    void aParameterNeverChanges() {
        Run run = runs.start(taxi, "first");
        runs.param(run.id(), "eta", "0.1");
        runs.param(run.id(), "eta", "0.1");
        assertThatThrownBy(() -> runs.params(run.id(), Map.of("eta", "0.2", "new", "1")))
                .hasMessageContaining("parameter eta has another value");
        assertThat(runs.get(run.id()).params()).containsExactly(Map.entry("eta", "0.1"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> runs.get("f".repeat(32)),
                () -> runs.metric("f".repeat(32), "m", 1),
                () -> runs.start(99, "x"),
                () -> new Artifacts(store).put("f".repeat(32), "a", new byte[0]),
                () -> new Experiments(store).get(99))) {
            assertThatThrownBy(act)
                    .isInstanceOf(ProblemException.class)
                    .extracting(
                            e -> ((ProblemException) e).problems().getFirst().code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }
}
