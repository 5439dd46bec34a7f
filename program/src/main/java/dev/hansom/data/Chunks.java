package dev.hansom.data;

import dev.hansom.score.Columns;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// Copies the chunks of a result into columns: vector i holds column i as a DOUBLE, a VARCHAR or a BIGINT.
final class Chunks {
    private Chunks() {}

    /// Appends the rows of `chunk`; columns of `rows` past `width` stay missing.
    static void append(DuckDBDataChunkReader chunk, Columns rows, int width) {
        int count = Math.toIntExact(chunk.rowCount());
        int from = rows.append(count);
        for (int column = 0; column < width; column++) {
            copy(chunk.vector(column), rows, column, from, count);
        }
    }

    /// How many values of vector `index`, a BOOLEAN, are true.
    static long trues(DuckDBDataChunkReader chunk, int index) {
        DuckDBReadableVector vector = chunk.vector(index);
        long trues = 0;
        for (long i = 0; i < chunk.rowCount(); i++) {
            if (!vector.isNull(i) && vector.getBoolean(i)) {
                trues++;
            }
        }
        return trues;
    }

    private static void copy(DuckDBReadableVector vector, Columns rows, int column, int from, int count) {
        switch (rows.schema().type(column)) {
            case DOUBLE -> {
                for (int i = 0; i < count; i++) {
                    rows.set(column, from + i, vector.getDouble(i, Double.NaN));
                }
            }
            case STRING -> {
                for (int i = 0; i < count; i++) {
                    if (!vector.isNull(i)) {
                        rows.set(column, from + i, vector.getString(i));
                    }
                }
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                for (int i = 0; i < count; i++) {
                    rows.set(column, from + i, vector.getLong(i, Columns.NULL));
                }
            }
        }
    }
}
