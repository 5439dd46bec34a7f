package dev.hansom.bench;

import dev.hansom.data.Engine;
import dev.hansom.score.Schema;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// DuckDB over the columns of a Parquet file without any of ours: with the memory and the threads that our engine has.
final class DuckdbAlone implements AutoCloseable {
    private final Schema schema;
    private final DuckDBConnection connection;

    DuckdbAlone(Schema schema) {
        this.schema = schema;
        Properties properties = new Properties();
        properties.setProperty("memory_limit", Engine.MEMORY_BYTES + "B");
        properties.setProperty("threads", "2");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            this.connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A query that must touch every value of every column, and gives one row: the least that reading can cost.
    double sums(Path file) {
        String items = schema.columns().stream()
                .map(column -> switch (column.type()) {
                    case DOUBLE, INT64, BOOLEAN -> "sum(\"" + column.name() + "\")";
                    case STRING -> "sum(strlen(\"" + column.name() + "\"))";
                    case TIMESTAMP, DATE -> "sum(epoch_us(\"" + column.name() + "\"))";
                })
                .collect(Collectors.joining(", "));
        return rows("SELECT " + items + " FROM read_parquet('" + file + "')");
    }

    /// The columns themselves, chunk by chunk in the order of the file, of which no value is looked at.
    double chunks(Path file) {
        String items = schema.names().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return rows("SELECT " + items + " FROM read_parquet('" + file + "')");
    }

    private double rows(String sql) {
        long rows = 0;
        try (DuckDBPreparedStatement statement = connection.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                rows += result.chunk().rowCount();
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
