package dev.hansom.store;

import dev.hansom.base.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;

/// Brings the tables of a home to the state that this program knows, one process at a time.
///
/// The files are `db/migration/V<number>__<name>.sql`; one that has been released is never changed.
final class Migration {
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
        try (Connection _ = database.connect()) {
            Flyway.configure()
                    .dataSource(database.url(), null, null)
                    .locations("classpath:db/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw StoreProblem.of(database.file(), e);
        }
    }
}
