package dev.hansom.data;

import dev.hansom.score.Columns;
import org.duckdb.DuckDBDataChunkReader;

/// Some rows as the engine gave them, of use only while they are handed over.
record Fetched(DuckDBDataChunkReader chunk, Levels levels) {
    /// Appends them to `rows`, whose columns past the selected ones stay missing.
    void appendTo(Columns rows) {
        levels.append(chunk, rows);
    }
}
