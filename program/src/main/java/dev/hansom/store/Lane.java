package dev.hansom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A few platform threads, each with a connection of its own, on which transactions run one after the other.
///
/// Threads: safe for many callers; a caller waits for its answer.
final class Lane implements AutoCloseable {
    /// What its transactions may do.
    enum Mode {
        /// See one state, change nothing.
        READ("begin", "pragma query_only = true"),
        /// Take the only right to write at once, so that nothing read inside has changed at the end.
        CHANGE("begin immediate", "pragma query_only = false");

        private final String begin;
        private final String setting;

        Mode(String begin, String setting) {
            this.begin = begin;
            this.setting = setting;
        }
    }

    private final Database database;
    private final Mode mode;
    private final ExecutorService threads;
    private final ThreadGroup group;
    private final ConcurrentLinkedQueue<Connection> connections = new ConcurrentLinkedQueue<>();

    Lane(ThreadGroup group, int size, Database database, Mode mode) {
        this.database = database;
        this.mode = mode;
        this.group = group;
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().group(group).daemon().factory());
    }

    <T> T run(Function<Transaction, T> work) {
        if (group.equals(Thread.currentThread().getThreadGroup())) {
            throw new IllegalStateException("a transaction inside a transaction: use the one at hand");
        }
        try {
            return CompletableFuture.supplyAsync(() -> transact(work), threads).join();
        } catch (CompletionException e) {
            throw rethrown(e);
        }
    }

    private <T> T transact(Function<Transaction, T> work) {
        Connection connection = taken();
        try {
            execute(connection, mode.begin);
            T answer;
            try {
                answer = work.apply(new Transaction(connection, database.file()));
                execute(connection, "commit");
            } catch (RuntimeException | Error | SQLException e) {
                undo(connection, e);
                throw e;
            }
            return answer;
        } catch (SQLException e) {
            throw StoreProblem.of(database.file(), e);
        } finally {
            connections.add(connection);
        }
    }

    /// A connection that is free. There are never more of them than threads.
    private Connection taken() {
        Connection free = connections.poll();
        if (free != null) {
            return free;
        }
        Connection made = database.connect();
        try {
            execute(made, mode.setting);
        } catch (SQLException e) {
            throw StoreProblem.of(database.file(), e);
        }
        return made;
    }

    private static void undo(Connection connection, Throwable cause) {
        try {
            // SQLite may have rolled back by itself already.
            execute(connection, "rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RuntimeException rethrown(CompletionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> e;
        };
    }

    @Override
    public void close() {
        threads.close();
        for (Connection connection = connections.poll(); connection != null; connection = connections.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw StoreProblem.of(database.file(), e);
            }
        }
    }
}
