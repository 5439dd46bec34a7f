package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Rows that become a Parquet file: held in a table of DuckDB, which spills to the disk, and copied at the end.
final class ParquetSheet implements RowWriter.Sheet {
    private final Path file;
    private final ParquetWriter.Layout layout;
    private final boolean[] narrow;
    private final String names;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    ParquetSheet(Engine engine, Path file, Schema schema, ParquetWriter.Layout layout) throws SQLException {
        this.file = file;
        this.layout = layout;
        this.narrow = new boolean[schema.size()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = layout.int32().contains(schema.name(i));
        }
        this.names = names(schema);
        this.connection = engine.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE written (" + definition(schema, narrow) + ")");
            this.appender = connection.createAppender("temp", "main", "written");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void write(Columns rows) throws SQLException {
        for (int row = 0; row < rows.size(); row++) {
            appender.beginRow();
            for (int column = 0; column < narrow.length; column++) {
                append(rows, column, row);
            }
            appender.endRow();
        }
    }

    @Override
    public void finish() throws SQLException {
        appender.close();
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + names + " FROM written) TO "
                    + Sql.text(file.toAbsolutePath().toString()) + " (FORMAT parquet, USE_TMP_FILE false, COMPRESSION "
                    + layout.compression().name().toLowerCase(Locale.ROOT) + ", ROW_GROUP_SIZE "
                    + layout.rowGroupRows() + ")");
            statement.execute("DROP TABLE written");
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!appender.isClosed()) {
                appender.close();
            }
        }
    }

    private void append(Columns rows, int column, int row) throws SQLException {
        if (rows.isNull(column, row)) {
            appender.appendNull();
            return;
        }
        switch (rows.schema().type(column)) {
            case DOUBLE -> appender.append(rows.number(column, row));
            case STRING -> appender.append(rows.text(column, row));
            case INT64 -> {
                if (narrow[column]) {
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

    private static String definition(Schema schema, boolean[] narrow) {
        return IntStream.range(0, narrow.length)
                .mapToObj(i -> "c" + i + " " + (narrow[i] ? "INTEGER" : type(schema.type(i))))
                .collect(Collectors.joining(", "));
    }

    private static String names(Schema schema) {
        return IntStream.range(0, schema.size())
                .mapToObj(i -> "c" + i + " AS " + Sql.name(schema.name(i)))
                .collect(Collectors.joining(", "));
    }

    private static String type(Type type) {
        return switch (type) {
            case INT64 -> "BIGINT";
            case STRING -> "VARCHAR";
            case DOUBLE, TIMESTAMP, DATE, BOOLEAN -> type.name();
        };
    }
}
