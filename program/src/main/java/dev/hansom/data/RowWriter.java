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

/// Writes columns chunk by chunk to a Parquet or CSV file, by the end of its name: beside it first, synced to the disk,
/// then renamed, so that nobody ever sees half a file, and nothing is left where the work stops before [#finish]. What
/// it holds in memory is bounded by the engine's limit.
///
/// Errors: `FILE_UNUSABLE`.
/// Threads: not safe; one writer.
public final class RowWriter implements AutoCloseable {
    /// Where the rows go until the file is whole.
    sealed interface Sheet extends AutoCloseable permits ParquetSheet, CsvSheet {
        void write(Columns rows) throws SQLException, IOException;

        /// Everything written is in the file afterwards.
        void finish() throws SQLException, IOException;

        @Override
        void close() throws SQLException, IOException;
    }

    private final Path file;
    private final Path beside;
    private final Scratch scratch;
    private final Sheet sheet;

    private RowWriter(Path file, Path beside, Scratch scratch, Sheet sheet) {
        this.file = file;
        this.beside = beside;
        this.scratch = scratch;
        this.sheet = sheet;
    }

    /// A writer of rows of `schema` to `file`, in the usual layout where that is Parquet.
    public static RowWriter open(Engine engine, Path file, Schema schema) {
        return open(engine, file, schema, ParquetWriter.Layout.USUAL);
    }

    static RowWriter open(Engine engine, Path file, Schema schema, ParquetWriter.Layout layout) {
        Format format = Format.of(file).orElse(Format.JSON);
        if (format == Format.JSON || file.toString().endsWith(".gz")) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "no format that rows are written in")
                            .expected("a name that ends in .parquet or .csv"));
        }
        if (Files.isDirectory(file)) {
            throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "a folder, not a file")
                    .expected("the name of a file"));
        }
        Engine.makeFolder(file);
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        engine.scratch().begin(beside);
        try {
            Sheet sheet = format == Format.CSV
                    ? new CsvSheet(beside, schema, file.toString().contains(".tsv") ? '\t' : ',')
                    : new ParquetSheet(engine, beside, schema, layout);
            return new RowWriter(file, beside, engine.scratch(), sheet);
        } catch (SQLException | IOException e) {
            engine.scratch().end(beside);
            throw unwritable(file, e);
        }
    }

    /// Adds all rows of `rows`.
    public void write(Columns rows) {
        try {
            sheet.write(rows);
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Puts the whole file in its place, over what was there.
    public void finish() {
        try {
            sheet.finish();
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw unwritable(file, e);
        }
    }

    /// Ends the work; what was not finished is removed.
    @Override
    public void close() {
        try {
            sheet.close();
        } catch (SQLException | IOException e) {
            // The file is whole, or is removed.
        } finally {
            scratch.end(beside);
        }
    }

    private static ProblemException unwritable(Path file, Exception error) {
        return new ProblemException(
                Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file cannot be written")
                        .value(Engine.firstLine(error))
                        .next("free some space, or choose another folder"),
                error);
    }
}
