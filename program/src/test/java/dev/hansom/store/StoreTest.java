package dev.hansom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.123456789Z"), ZoneOffset.UTC);
    private static final String INSERT = "insert into experiments (experiment_id, name, created_at) values (?, ?, ?)";
    private static final String COUNT = "select count(*) as n from experiments";

    @TempDir
    Path folder;

    @Test
    void aHomeIsMadeAndFoundAgain() {
        try (Store store = Store.open(folder.resolve("new/home"), CLOCK)) {
            store.change(transaction -> transaction.execute(INSERT, 7, "taxi", store.now()));
        }
        try (Store store = Store.open(folder.resolve("new/home"), CLOCK)) {
            List<Instant> found = store.read(transaction -> transaction.query(
                    "select created_at from experiments where experiment_id = ?",
                    rows -> rows.instant("created_at"),
                    7));
            assertThat(found).containsExactly(Instant.parse("2026-01-02T03:04:05.123456Z"));
        }
    }

    @Test
    void aCommitOutlivesALossOfPower() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.<String>write(transaction -> pragma(transaction, "journal_mode")))
                    .isEqualTo("wal");
            assertThat(store.<String>write(transaction -> pragma(transaction, "synchronous")))
                    .isEqualTo("2");
            assertThat(store.<String>write(transaction -> pragma(transaction, "foreign_keys")))
                    .isEqualTo("1");
        }
    }

    @Test
    void anErrorUndoesAllOfAChange() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThatThrownBy(() -> store.change(transaction -> {
                        transaction.execute(INSERT, 7, "taxi", store.now());
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.<Long>read(transaction -> transaction.number(COUNT)))
                    .isZero();
            store.change(transaction -> transaction.execute(INSERT, 7, "taxi", store.now()));
            assertThat(store.<Long>read(transaction -> transaction.number(COUNT)))
                    .isEqualTo(1);
        }
    }

    @Test
    void readingChangesNothing() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThatThrownBy(() -> store.<Integer>read(transaction -> transaction.execute(INSERT, 7, "taxi", 0)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aTransactionInsideATransactionIsRefused() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThatThrownBy(() -> store.<Long>write(_ -> store.read(inner -> inner.number(COUNT))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void everyKindOfParameterIsReadBack() {
        try (Store store = Store.open(folder, CLOCK)) {
            List<Object> found = store.read(transaction -> transaction
                    .first(
                            "select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f, ? as g",
                            rows -> List.<Object>of(
                                    rows.text("a"),
                                    rows.whole("b"),
                                    rows.real("c"),
                                    rows.truth("d"),
                                    rows.instant("e"),
                                    rows.json("f"),
                                    rows.optionalText("g").isEmpty()),
                            "x",
                            5L,
                            0.5,
                            true,
                            store.now(),
                            Json.texts(List.of("y")),
                            null)
                    .orElseThrow());
            assertThat(found).containsExactly("x", 5L, 0.5, true, store.now(), Json.texts(List.of("y")), true);
        }
    }

    @Test
    void manyThreadsChangeOneAfterTheOther() {
        try (Store store = Store.open(folder, CLOCK);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> store.change(transaction -> transaction.execute(
                            INSERT, transaction.number("select count(*) as n from experiments"), "e" + i, 0))))
                    .toList()
                    .forEach(StoreTest::wait);
            assertThat(store.<Long>read(transaction -> transaction.number(COUNT)))
                    .isEqualTo(50);
        }
    }

    @Test
    void twoMayOpenANewHomeAtTheSameTime() {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .mapToObj(
                            _ -> threads.submit(() -> Store.open(folder, CLOCK).close()))
                    .toList()
                    .forEach(StoreTest::wait);
        }
        assertThat(folder.resolve(Store.FILE)).exists();
    }

    @Test
    void aFileThatIsNoDatabaseIsAClearError() throws IOException {
        Files.writeString(folder.resolve(Store.FILE), "this is a diary, not a database".repeat(100));
        assertThatThrownBy(() -> Store.open(folder, CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no SQLite database")
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.FILE_UNUSABLE);
    }

    @Test
    void aHomeOfANewerProgramIsAClearError() {
        try (Store store = Store.open(folder, CLOCK)) {
            store.change(transaction -> transaction.execute(
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success) values"
                            + " (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 1, '', '2030-01-01', 1, 1)"));
        }
        assertThatThrownBy(() -> Store.open(folder, CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("use the newer Hansom")
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.FILE_UNUSABLE);
    }

    @Test
    void aStatementThatIsWrongIsADefectOfOurs() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThatThrownBy(() -> store.<Long>read(transaction -> transaction.number("select n from nowhere")))
                    .hasMessageContaining("no such table: nowhere")
                    .extracting(
                            e -> ((ProblemException) e).problems().getFirst().code())
                    .isEqualTo(ErrorCode.INTERNAL);
        }
    }

    @Test
    void aHomeThatIsAFileIsAClearError() throws IOException {
        Path file = Files.writeString(folder.resolve("home"), "x");
        assertThatThrownBy(() -> Store.open(file, CLOCK))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.FILE_UNUSABLE);
    }

    private static String pragma(Transaction transaction, String name) {
        return transaction.first("pragma " + name, rows -> rows.text(name)).orElseThrow();
    }

    private static void wait(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
