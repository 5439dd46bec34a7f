package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Parquet: rows gather in a table of the engine, which spills to disk, and are copied out at the end.
final class ParquetSink implements RowWriter.Sink {
    private final DuckDBConnection connection;
    private final Path file;
    private DuckDBAppender appender;

    ParquetSink(Engine engine, Path file, Schema schema) throws SQLException {
        this.file = file;
        this.connection = engine.connect();
        execute("CREATE TEMP TABLE written (" + ParquetWriter.definition(schema, ParquetWriter.Layout.USUAL) + ")");
        appender = connection.createAppender("temp", "main", "written");
    }

    @Override
    public void write(Columns rows) throws SQLException {
        ParquetWriter.append(appender, rows, ParquetWriter.Layout.USUAL);
    }

    @Override
    public void finish() throws SQLException {
        appender.close();
        execute(
                "COPY written TO " + Sql.text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)",
                "DROP TABLE written");
    }

    @Override
    public void close() throws SQLException {
        try {
            appender.close();
        } finally {
            connection.close();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
