package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// A DuckDB in memory with a limit on its memory, that loads no extensions and spills into a folder it was given.
///
/// Errors: a machine on which DuckDB cannot start is `NATIVE_MISSING`.
/// Threads: safe for many threads; each query has a connection of its own.
public final class Engine implements AutoCloseable {
    /// The memory limit where nothing else is wanted: 512 MB.
    public static final long MEMORY_BYTES = 512_000_000L;

    /// Where it spills to, how much memory it may take, in bytes, and how many threads work.
    public record Settings(Path temp, long memoryBytes, int threads) {
        public Settings {
            if (memoryBytes < 1 || threads < 1) {
                throw new IllegalArgumentException("memory and threads must be positive");
            }
        }

        /// The usual memory limit and two threads, spilling into `temp`.
        public static Settings in(Path temp) {
            return new Settings(temp, MEMORY_BYTES, 2);
        }
    }

    private final DuckDBConnection root;
    private final Scratch scratch;

    private Engine(DuckDBConnection root, Scratch scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    /// Starts one, with a folder of its own for temporary files, which goes with it.
    /// Errors: `NATIVE_MISSING`, also where that folder cannot be made.
    public static Engine open(Settings settings) {
        Scratch scratch = scratch(settings);
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryBytes() + "B");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", scratch.folder().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            DuckDBConnection root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
            Engine engine = new Engine(root, scratch);
            engine.execute("SET GLOBAL lock_configuration = true");
            return engine;
        } catch (SQLException | LinkageError e) {
            scratch.close();
            throw unstartable(firstLine(root(e)), e);
        }
    }

    private static Scratch scratch(Settings settings) {
        try {
            return new Scratch(settings.temp());
        } catch (ProblemException e) {
            throw unstartable(firstLine(e), e);
        }
    }

    private static ProblemException unstartable(String reason, Throwable cause) {
        return new ProblemException(
                Problem.of(ErrorCode.NATIVE_MISSING, "duckdb", "the database engine does not start")
                        .value(reason)
                        .next("let " + System.getProperty("java.io.tmpdir")
                                + " be writable and executable, with 80 MB of room"),
                cause);
    }

    /// Runs statements that give no rows.
    void execute(String... statements) throws SQLException {
        try (DuckDBConnection connection = root.duplicate();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Runs a query and hands over its rows chunk by chunk. A chunk is valid only during the call.
    void query(String sql, Consumer<DuckDBDataChunkReader> chunks) throws SQLException {
        try (DuckDBConnection connection = root.duplicate()) {
            query(connection, sql, chunks);
        }
    }

    /// A connection for work of several steps, for example a temporary table; the caller closes it.
    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    static void query(DuckDBConnection connection, String sql, Consumer<DuckDBDataChunkReader> chunks)
            throws SQLException {
        try (DuckDBPreparedStatement statement = connection.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (next(result)) {
                chunks.accept(result.chunk());
            }
        }
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /// What went wrong on one line, without the piece of SQL that DuckDB adds.
    static String firstLine(Throwable error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return message.strip().lines().findFirst().orElse("").strip();
    }

    /// Makes the folder of `file` and its parents.
    static void makeFolder(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "its folder cannot be made")
                            .value(firstLine(e)),
                    e);
        }
    }

    private static boolean next(DuckDBChunkedResult result) throws SQLException {
        try {
            return result.nextChunk();
        } catch (RuntimeException e) {
            throw new SQLException(firstLine(e), e);
        }
    }

    /// The text of `file` in UTF-8: the file itself where it is, else a copy that goes with this engine.
    Path utf8(DataFile file, Charset encoding, FileMark mark) {
        return encoding.equals(StandardCharsets.UTF_8)
                ? file.path()
                : scratch.made(file.path() + " " + encoding + " " + mark, to -> CsvText.recode(file, encoding, to));
    }

    /// The files that are to be gone when this engine is.
    Scratch scratch() {
        return scratch;
    }

    @Override
    public void close() {
        try (scratch) {
            root.close();
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.INTERNAL, "duckdb", "the database engine does not stop")
                            .value(firstLine(e)),
                    e);
        }
    }
}
