package dev.hansom.store;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables of a home to the state that this program knows, one process at a time.
///
/// The files are `db/migration/V<number>__<name>.sql`; one that has been released is never changed.
final class Migration {
    /// The number of the newest migration file.
    static final String NEWEST = "10";

    /// Locks of a file are held by the process, so threads of it wait here first.
    private static final ReentrantLock TURN = new ReentrantLock();

    private Migration() {}

    static void run(Path home) {
        TURN.lock();
        try {
            Files.createDirectories(home);
            Path lock = home.resolve(Store.FILE + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                migrate(new Database(home.resolve(Store.FILE)));
            }
        } catch (IOException e) {
            throw FileProblem.writing(home, e);
        } finally {
            TURN.unlock();
        }
    }

    private static void migrate(Database database) {
        // A connection of ours stays open meanwhile: it sets WAL mode and keeps the file's state from one to the next.
        try (Connection connection = database.connect()) {
            if (!isNewest(connection)) {
                Flyway.configure()
                        .dataSource(database.url(), null, null)
                        .locations("classpath:db/migration")
                        .loggers("slf4j")
                        // A table that this program does not know is refused, not ignored.
                        .ignoreMigrationPatterns(new String[0])
                        .load()
                        .migrate();
            }
        } catch (FlywayException e) {
            throw problem(database.file(), e);
        } catch (SQLException e) {
            throw StoreProblem.of(database.file(), e);
        }
    }

    /// What Flyway refused: what SQLite said of the file where that is why, else that the tables are not ours.
    static ProblemException problem(Path file, FlywayException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sqlite && StoreProblem.isOfTheFile(sqlite)) {
                return StoreProblem.of(file, sqlite);
            }
        }
        return new ProblemException(
                Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "its tables are not as this program makes them")
                        .expected("a home of this version of Hansom or an older one")
                        .next("use the newer Hansom, or another home"),
                refused);
    }

    /// Whether nothing is to be done. Asking Flyway would cost every command the better part of a second.
    private static boolean isNewest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery(
                        "select 1 from sqlite_master where type = 'table' and name = 'flyway_schema_history'")) {
            return table.next() && newest(connection).equals(NEWEST);
        }
    }

    private static String newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet history = statement.executeQuery("select version from flyway_schema_history"
                        + " where success = 1 and version is not null order by installed_rank desc limit 1")) {
            return history.next() ? history.getString("version") : "";
        }
    }
}
