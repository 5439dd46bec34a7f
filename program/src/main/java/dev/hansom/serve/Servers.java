package dev.hansom.serve;

import dev.hansom.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The servers of a home, so that commands find the one that runs.
///
/// A server that was killed leaves its row open; it counts as running only while a process of its id lives that is
/// not younger than the row.
/// Threads: safe for many threads.
public final class Servers {
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;

    public Servers(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Notes that process `pid` listens at `url` from now on.
    public Server started(long pid, String url) {
        Server server = new Server(pid, url, clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.change(transaction -> transaction.execute(
                "insert into servers (pid, started_at, url) values (?, ?, ?)",
                server.pid(),
                server.startedAt(),
                server.url()));
        return server;
    }

    /// Notes that it stopped.
    public void stopped(Server server) {
        Instant now = clock.instant();
        store.change(transaction -> transaction.execute(
                "update servers set stopped_at = ? where pid = ? and started_at = ?",
                now,
                server.pid(),
                server.startedAt()));
    }

    /// The servers that run, newest first.
    public List<Server> running() {
        return store
                .read(transaction -> transaction.query(
                        "select pid, url, started_at from servers where stopped_at is null order by started_at desc",
                        row -> new Server(row.whole("pid"), row.text("url"), row.instant("started_at"))))
                .stream()
                .filter(Servers::lives)
                .toList();
    }

    private static boolean lives(Server server) {
        Optional<ProcessHandle> process = ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && process.get()
                        .info()
                        .startInstant()
                        .map(start -> !start.isAfter(server.startedAt().plus(SLACK)))
                        .orElse(true);
    }
}
