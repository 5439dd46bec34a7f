package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/// Writes rows chunk by chunk to a Parquet or CSV file of any length: beside its place first, then synced and renamed,
/// so that nobody ever sees half a file.
///
/// Errors: `FILE_UNUSABLE`. Threads: for one thread.
public final class RowWriter implements AutoCloseable {
    /// One format's way to put rows into the file beside.
    sealed interface Sink extends AutoCloseable permits CsvSink, ParquetSink {
        void write(Columns rows) throws SQLException, IOException;

        /// All rows are in the file.
        void finish() throws SQLException, IOException;

        @Override
        void close() throws SQLException, IOException;
    }

    private final Path file;
    private final Path beside;
    private final Sink sink;

    private RowWriter(Path file, Path beside, Sink sink) {
        this.file = file;
        this.beside = beside;
        this.sink = sink;
    }

    /// A writer of rows of `schema` to `file`, whose name says the format.
    public static RowWriter open(Engine engine, Path file, Schema schema) {
        Path place = file.toAbsolutePath();
        Path beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        Engine.makeFolder(place);
        boolean csv = place.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            return new RowWriter(
                    place, beside, csv ? new CsvSink(beside, schema) : new ParquetSink(engine, beside, schema));
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Appends `rows`.
    public void write(Columns rows) {
        try {
            sink.write(rows);
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Puts the file in its place.
    public void finish() {
        try {
            sink.finish();
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Forgets what is not finished.
    @Override
    public void close() {
        try {
            sink.close();
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        } finally {
            remove(beside);
        }
    }

    private static ProblemException unwritable(Path file, Exception error) {
        return new ProblemException(
                Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file cannot be written")
                        .value(Engine.firstLine(error))
                        .next("free some space, or choose another folder"),
                error);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What is left over is hidden, and no file of rows by its name.
            return;
        }
    }
}
