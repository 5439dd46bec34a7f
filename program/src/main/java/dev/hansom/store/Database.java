package dev.hansom.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/// One SQLite file, and how every connection to it is set up.
///
/// Source: measured; with `synchronous=FULL` a commit outlives a loss of power, with `NORMAL` only a killed process.
record Database(Path file) {
    /// How long a change waits for another process.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    String url() {
        return "jdbc:sqlite:" + file;
    }

    Connection connect() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        try {
            return config.createConnection(url());
        } catch (SQLException e) {
            throw StoreProblem.of(file, e);
        }
    }
}
