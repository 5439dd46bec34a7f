package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes columns to a Parquet file: beside it first, then renamed, so that nobody ever sees half a file.
///
/// Errors: `FILE_UNUSABLE`.
/// Threads: safe for many threads.
public final class ParquetWriter {
    /// How the pages of a file are compressed.
    public enum Compression {
        ZSTD,
        SNAPPY,
        GZIP,
        UNCOMPRESSED
    }

    /// How a file is laid out. `int32` names `INT64` columns that are stored in 32 bits.
    public record Layout(Compression compression, int rowGroupRows, Set<String> int32) {
        /// Zstandard, row groups of 122,880 rows.
        public static final Layout USUAL = new Layout(Compression.ZSTD, 122_880, Set.of());

        public Layout {
            int32 = Set.copyOf(int32);
        }
    }

    private final Engine engine;

    public ParquetWriter(Engine engine) {
        this.engine = engine;
    }

    /// Writes `rows` to `file` in the usual layout, replacing what was there.
    public void write(Path file, Columns rows) {
        write(file, rows, Layout.USUAL);
    }

    /// Writes `rows` to `file`, replacing what was there.
    public void write(Path file, Columns rows, Layout layout) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        Engine.makeFolder(file);
        try (DuckDBConnection connection = engine.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE written (" + definition(rows.schema(), layout) + ")");
            append(connection, rows, layout);
            statement.execute(
                    "COPY written TO " + Sql.text(beside.toAbsolutePath().toString())
                            + " (FORMAT parquet, COMPRESSION "
                            + layout.compression().name().toLowerCase(Locale.ROOT) + ", ROW_GROUP_SIZE "
                            + layout.rowGroupRows() + ")");
            statement.execute("DROP TABLE written");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file cannot be written")
                            .value(Engine.firstLine(e))
                            .next("free some space, or choose another folder"),
                    e);
        } finally {
            remove(beside);
        }
    }

    static String definition(Schema schema, Layout layout) {
        return schema.columns().stream()
                .map(column -> Sql.name(column.name()) + " "
                        + (layout.int32().contains(column.name()) ? "INTEGER" : type(column.type())))
                .collect(Collectors.joining(", "));
    }

    private static String type(Type type) {
        return switch (type) {
            case INT64 -> "BIGINT";
            case STRING -> "VARCHAR";
            case DOUBLE, TIMESTAMP, DATE, BOOLEAN -> type.name();
        };
    }

    private static void append(DuckDBConnection connection, Columns rows, Layout layout) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "written")) {
            append(appender, rows, layout);
        }
    }

    /// Appends all rows to the table of `appender`.
    static void append(DuckDBAppender appender, Columns rows, Layout layout) throws SQLException {
        boolean[] narrow = new boolean[rows.schema().size()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = layout.int32().contains(rows.schema().name(i));
        }
        for (int row = 0; row < rows.size(); row++) {
            appender.beginRow();
            for (int column = 0; column < narrow.length; column++) {
                append(appender, rows, column, row, narrow[column]);
            }
            appender.endRow();
        }
    }

    private static void append(DuckDBAppender appender, Columns rows, int column, int row, boolean narrow)
            throws SQLException {
        if (rows.isNull(column, row)) {
            appender.appendNull();
            return;
        }
        switch (rows.schema().type(column)) {
            case DOUBLE -> appender.append(rows.number(column, row));
            case STRING -> appender.append(rows.text(column, row));
            case INT64 -> {
                if (narrow) {
                    appender.append(Math.toIntExact(rows.integer(column, row)));
                } else {
                    appender.append(rows.integer(column, row));
                }
            }
            case TIMESTAMP -> appender.appendEpochMicros(rows.integer(column, row));
            case DATE -> appender.appendEpochDays(Math.toIntExact(rows.integer(column, row)));
            case BOOLEAN -> appender.append(rows.integer(column, row) != 0);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What is left over is hidden and gets replaced next time.
        }
    }
}
