package dev.hansom.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// The memory of a home: one SQLite file in WAL mode, and the blobs beside it.
///
/// A change is there as a whole or not at all, and survives a crash and a loss of power once its call returns. Several
/// processes may have the same home open; changes wait for one another, for up to 30 seconds.
///
/// Errors: [dev.hansom.base.ErrorCode#FILE_UNUSABLE] where the disk, the file or another process is in the way, else
/// [dev.hansom.base.ErrorCode#INTERNAL].
///
/// Threads: safe for many. Work runs on the store's own platform threads, one for changes and a few for reading, so
/// that
/// native calls pin nobody's virtual thread.
public final class Store implements AutoCloseable {
    /// The name of the database in a home.
    public static final String FILE = "hansom.db";

    private static final int READERS = 2;

    private final Path home;
    private final Clock clock;
    private final Blobs blobs;
    private final Lane writer;
    private final Lane readers;

    private Store(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.blobs = new FolderBlobs(home.resolve("artifacts"));
        Database database = new Database(home.resolve(FILE));
        ThreadGroup group = new ThreadGroup("store");
        this.writer = new Lane(group, 1, database, Lane.Mode.CHANGE);
        this.readers = new Lane(group, READERS, database, Lane.Mode.READ);
    }

    /// Opens a home; makes it where it is not there, and brings an older one up to date.
    public static Store open(Path home, Clock clock) {
        Migration.run(home.toAbsolutePath());
        return new Store(home.toAbsolutePath(), clock);
    }

    /// The folder.
    public Path home() {
        return home;
    }

    /// The time of rows, in microseconds as they are kept.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The artifacts.
    public Blobs blobs() {
        return blobs;
    }

    /// Reads one consistent state.
    public <T> T read(Function<Transaction, T> work) {
        return readers.run(work);
    }

    /// Changes, and answers. Whatever `work` throws undoes all of it.
    public <T> T write(Function<Transaction, T> work) {
        return writer.run(work);
    }

    /// Changes. Whatever `work` throws undoes all of it.
    public void change(Consumer<Transaction> work) {
        write(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /// Waits for the work under way and closes the file.
    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
