package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBDataChunkReader;

/// Reads the rows of files, chunk by chunk in the order of the file: the one door through which rows come in. What it
/// holds in memory does not grow with the file.
///
/// Threads: safe for many threads.
public final class RowReader {
    /// With many more, the casts of one query crash DuckDB 2.0.0.
    private static final int MOST_COLUMNS = 2_000;

    private final Engine engine;

    public RowReader(Engine engine) {
        this.engine = engine;
    }

    /// What `file` has, without reading its rows. Errors: `FILE_UNUSABLE`, `DATA_UNREADABLE`.
    public FileShape look(DataFile file) {
        return FileShape.of(engine, file);
    }

    /// What `files` have, once each has every wanted column.
    /// Errors: `FILE_UNUSABLE`, `DATA_UNREADABLE`, `COLUMN_MISSING`: those of all files together.
    public List<FileShape> look(List<DataFile> files, List<Wanted> wanted) {
        List<FileShape> shapes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (DataFile file : files) {
            try {
                FileShape shape = look(file);
                problems.addAll(shape.missing(wanted));
                shapes.add(shape);
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return shapes;
    }

    /// Reads all rows of a file. Times are on the wall clock of `zone`.
    /// Errors: `COLUMN_MISSING`, `DATA_UNREADABLE`, `FILE_CHANGED`.
    public Reading read(
            FileShape shape, List<Wanted> wanted, ZoneId zone, Progress progress, Consumer<RowChunk> receiver) {
        Columns rows = new Columns(Wanted.schema(wanted), 2_048);
        long[] first = {0};
        return scan(shape, wanted, zone, progress, chunk -> {
            rows.clear();
            Chunks.append(chunk, rows, wanted.size());
            receiver.accept(new RowChunk(shape.file(), first[0], rows));
            first[0] += rows.size();
        });
    }

    /// Appends all rows of a file to `rows`, whose first columns are the wanted ones.
    Reading append(FileShape shape, List<Wanted> wanted, ZoneId zone, Progress progress, Columns rows) {
        return scan(shape, wanted, zone, progress, chunk -> Chunks.append(chunk, rows, wanted.size()));
    }

    /// Reads all rows of a file into chunks of DuckDB, which hold the wanted columns first.
    Reading scan(
            FileShape shape,
            List<Wanted> wanted,
            ZoneId zone,
            Progress progress,
            Consumer<DuckDBDataChunkReader> receiver) {
        List<Problem> missing = shape.missing(wanted);
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        if (wanted.size() > MOST_COLUMNS) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, shape.file().path().toString(), "too many columns are wanted")
                            .value(wanted.size() + " of " + shape.columns().size())
                            .expected("at most " + MOST_COLUMNS)
                            .next("name fewer fields, for example those that matter"));
        }
        List<String> items = new ArrayList<>();
        List<String> watched = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (Wanted one : wanted) {
            Cast cast = shape.cast(one, zone);
            items.add(cast.value());
            if (!cast.lost().isEmpty()) {
                watched.add(one.name());
                losses.add(cast.lost());
            }
        }
        items.addAll(losses);
        if (items.isEmpty()) {
            items.add("1");
        }
        String relation = shape.relation(wanted.stream().map(Wanted::column).toList());
        long total = count(shape);
        long[] done = {0};
        long[] lost = new long[watched.size()];
        shape.check();
        progress.begin("reading " + shape.file().name(), total, "rows");
        query(shape, "SELECT " + String.join(", ", items) + " FROM " + relation, chunk -> {
            receiver.accept(chunk);
            for (int i = 0; i < lost.length; i++) {
                lost[i] += Chunks.trues(chunk, wanted.size() + i);
            }
            done[0] += chunk.rowCount();
            progress.at(done[0]);
        });
        shape.check();
        progress.end();
        if (total > 0 && done[0] != total) {
            throw Unreadable.of(shape.file(), new SQLException(done[0] + " of " + total + " rows could be read"));
        }
        Map<String, Long> lossy = new TreeMap<>();
        for (int i = 0; i < lost.length; i++) {
            lossy.put(watched.get(i), lost[i]);
        }
        return new Reading(done[0], lossy);
    }

    /// How many rows a Parquet file says it has; 0 for other files, which do not say.
    /// How many rows a file has.
    long count(FileShape shape) {
        long[] count = new long[1];
        if (shape.file().format() == Format.PARQUET) {
            query(shape, "SELECT count(*) FROM " + shape.relation(List.of()), chunk -> {
                if (chunk.rowCount() > 0) {
                    count[0] = chunk.vector(0).getLong(0);
                }
            });
        }
        return count[0];
    }

    private void query(FileShape shape, String sql, Consumer<DuckDBDataChunkReader> chunks) {
        try {
            engine.query(sql, chunks);
        } catch (SQLException e) {
            shape.check();
            throw Unreadable.of(shape.file(), e);
        }
    }
}
