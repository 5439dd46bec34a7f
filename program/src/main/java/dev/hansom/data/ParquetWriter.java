package dev.hansom.data;

import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.util.Set;

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
        try (RowWriter writer = RowWriter.open(engine, file, rows.schema(), layout)) {
            writer.write(rows);
            writer.finish();
        }
    }
}
