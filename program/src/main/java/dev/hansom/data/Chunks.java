package dev.hansom.data;

import dev.hansom.score.Columns;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// Copies the chunks of a result into columns: vector i holds column i as a DOUBLE, a VARCHAR or a BIGINT.
final class Chunks {
    private Chunks() {}

    /// How many values of vector `index`, a BOOLEAN, are true.
    static long trues(DuckDBDataChunkReader chunk, int index) {
        DuckDBReadableVector vector = chunk.vector(index);
        long trues = 0;
        for (long i = 0; i < chunk.rowCount(); i++) {
            if (vector.getBoolean(i, false)) {
                trues++;
            }
        }
        return trues;
    }

    /// Copies `count` values into the rows from `from` on, which are missing so far.
    static void copy(DuckDBReadableVector vector, Columns rows, int column, int from, int count) {
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
