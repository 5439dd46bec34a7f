package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDataChunkReader;

/// A file of rows that no project declares: its columns, and its rows in the file's order, a chunk at a time.
///
/// Errors: `FILE_UNUSABLE` for what is no file of rows, `DATA_UNREADABLE` for a damaged one, `FILE_CHANGED`.
/// Threads: for one thread.
public final class RowFile {
    /// So many rows a chunk, about: more than the engine gives at once, little beside its own memory.
    private static final int CHUNK = 1 << 13;

    private final Engine engine;
    private final FileShape shape;

    private RowFile(Engine engine, FileShape shape) {
        this.engine = engine;
        this.shape = shape;
    }

    /// Opens the file `path`; the end of its name says the format.
    public static RowFile open(Engine engine, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.of(
                            ErrorCode.FILE_UNUSABLE, path.toString(), Files.exists(path) ? "no file" : "no such file")
                    .expected("a Parquet or CSV file"));
        }
        if (Format.of(path).isEmpty()) {
            throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), "not a file of rows")
                    .expected("a name that ends in " + Format.known()));
        }
        return new RowFile(
                engine, FileShape.of(engine, new DataFile(path.toAbsolutePath().normalize())));
    }

    /// The columns: name to the engine's type, in the file's order.
    public Map<String, String> columns() {
        return shape.columns();
    }

    /// How column `column` becomes the column `as` of [Columns], leniently as a project's fields do.
    public Column declared(String column, Schema.Column as, ZoneId zone) {
        Cast cast = shape.cast(new Wanted(as.name(), column, as.type()), zone);
        return new Column(column, as, cast.value(), cast.lost());
    }

    /// How column `column` becomes the number or category `as` of another library's model.
    public Column foreign(String column, Schema.Column as) {
        Cast cast = shape.cast(new Wanted(as.name(), column, as.type()), ZoneOffset.UTC);
        boolean textual = shape.file().format() != Format.PARQUET;
        return new ForeignCast(ForeignCast.Plain.of(cast), textual).column(column, as);
    }

    /// How many rows a Parquet file says it has; 0 for others, which do not say.
    public long count() {
        long[] count = new long[1];
        if (shape.file().format() == Format.PARQUET) {
            query("SELECT count(*) FROM " + shape.relation(List.of()), chunk -> {
                if (chunk.rowCount() > 0) {
                    count[0] = chunk.vector(0).getLong(0);
                }
            });
        }
        return count[0];
    }

    /// Reads all rows: `rows` gets them chunk by chunk, in columns that are used again for the next chunk; `losses`
    /// is told of values that have no reading.
    public void read(List<Column> columns, Losses losses, Consumer<Columns> rows) {
        List<Column> watched =
                columns.stream().filter(column -> !column.lost().isEmpty()).toList();
        Columns chunk = new Columns(new Schema(columns.stream().map(Column::as).toList()), CHUNK);
        long[] before = new long[1];
        String items = Stream.concat(
                        columns.stream().map(Column::value), watched.stream().map(Column::lost))
                .collect(Collectors.joining(", "));
        query(
                "SELECT " + (items.isEmpty() ? "1" : items) + " FROM "
                        + shape.relation(columns.stream().map(Column::column).toList()),
                given -> {
                    long first = before[0] + chunk.size();
                    Chunks.append(given, chunk, columns.size());
                    for (int i = 0; i < watched.size(); i++) {
                        tell(losses, watched.get(i), given, columns.size() + i, first);
                    }
                    if (chunk.size() >= CHUNK) {
                        before[0] += chunk.size();
                        rows.accept(chunk);
                        chunk.clear();
                    }
                });
        shape.check();
        if (chunk.size() > 0) {
            rows.accept(chunk);
        }
    }

    /// How a stored column becomes a column of [Columns]: `value` in SQL, and `lost`, a condition in SQL for a value
    /// that was there and has no reading (empty where that cannot be).
    public record Column(String column, Schema.Column as, String value, String lost) {}

    /// Who is told of values that have no reading in the wanted type.
    @FunctionalInterface
    public interface Losses {
        /// Row `row`, from 0, has such a value.
        void lost(Column column, long row);
    }

    private static void tell(Losses losses, Column column, DuckDBDataChunkReader chunk, int vector, long first) {
        if (Chunks.trues(chunk, vector) == 0) {
            return;
        }
        for (long i = 0; i < chunk.rowCount(); i++) {
            if (!chunk.vector(vector).isNull(i) && chunk.vector(vector).getBoolean(i)) {
                losses.lost(column, first + i);
            }
        }
    }

    private void query(String sql, Consumer<DuckDBDataChunkReader> chunks) {
        try {
            engine.query(sql, chunks);
        } catch (SQLException e) {
            shape.check();
            throw Unreadable.of(shape.file(), e);
        }
    }
}
