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

    private static final Selected.Losses NOBODY = (_, _) -> {};

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
        return read(shape, declared(shape, wanted, zone), NOBODY, progress, receiver);
    }

    /// Reads all rows of a file; `losses` is told of every value that lost something, before its row is handed over.
    /// Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
    public Reading read(
            FileShape shape,
            List<Selected> selected,
            Selected.Losses losses,
            Progress progress,
            Consumer<RowChunk> receiver) {
        List<Wanted> wanted = selected.stream().map(Selected::wanted).toList();
        Columns rows = new Columns(Wanted.schema(wanted), 2_048);
        long[] first = {0};
        return scan(shape, selected, losses, progress, chunk -> {
            rows.clear();
            chunk.appendTo(rows);
            receiver.accept(new RowChunk(shape.file(), first[0], rows));
            first[0] += rows.size();
        });
    }

    /// Appends all rows of a file to `rows`, whose first columns are the wanted ones.
    Reading append(FileShape shape, List<Wanted> wanted, ZoneId zone, Progress progress, Columns rows) {
        return scan(shape, wanted, zone, progress, chunk -> chunk.appendTo(rows));
    }

    /// Reads all rows of a file into chunks as the engine gives them.
    Reading scan(FileShape shape, List<Wanted> wanted, ZoneId zone, Progress progress, Consumer<Fetched> receiver) {
        return scan(shape, declared(shape, wanted, zone), NOBODY, progress, receiver);
    }

    /// The same of columns that are selected already; `losses` is told of every value that lost something.
    Reading scan(
            FileShape shape,
            List<Selected> selected,
            Selected.Losses losses,
            Progress progress,
            Consumer<Fetched> receiver) {
        List<Selected> watched =
                selected.stream().filter(one -> !one.lost().isEmpty()).toList();
        require(shape, selected.size());
        Levels levels = Levels.of(this, shape, selected);
        List<String> items = levels.items(selected);
        int first = items.size();
        watched.forEach(one -> items.add(one.lost()));
        long total = said(shape);
        long[] done = {0};
        long[] lost = new long[watched.size()];
        shape.check();
        progress.begin("reading " + shape.file().name(), total, "rows");
        query(shape, shape.select(items, selected), chunk -> {
            for (int i = 0; i < lost.length; i++) {
                int vector = first + i;
                long here = Chunks.trues(chunk, vector);
                if (here > 0 && !losses.equals(NOBODY)) {
                    tell(losses, watched.get(i).wanted(), chunk, vector, done[0]);
                }
                lost[i] += here;
            }
            receiver.accept(new Fetched(chunk, levels));
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
            lossy.put(watched.get(i).wanted().name(), lost[i]);
        }
        return new Reading(done[0], lossy);
    }

    /// Errors: `COLUMN_MISSING`.
    static List<Selected> declared(FileShape shape, List<Wanted> wanted, ZoneId zone) {
        List<Problem> missing = shape.missing(wanted);
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        return wanted.stream().map(one -> shape.declared(one, zone)).toList();
    }

    /// Goes on where so many `wanted` columns can be read from a file at once. Errors: `DATA_UNREADABLE`.
    public static void require(FileShape shape, int wanted) {
        if (wanted > MOST_COLUMNS) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, shape.file().path().toString(), "too many columns are wanted")
                            .value(wanted + " of " + shape.columns().size())
                            .expected("at most " + MOST_COLUMNS)
                            .next(shape.file().by().fewer()));
        }
    }

    private static void tell(
            Selected.Losses losses, Wanted wanted, DuckDBDataChunkReader chunk, int vector, long first) {
        for (long i = 0; i < chunk.rowCount(); i++) {
            if (!chunk.vector(vector).isNull(i) && chunk.vector(vector).getBoolean(i)) {
                losses.lost(wanted, first + i);
            }
        }
    }

    /// How many rows a Parquet file says it has; 0 for other files, which do not say.
    private long said(FileShape shape) {
        return shape.file().format() == Format.PARQUET ? count(shape) : 0;
    }

    /// How many rows a file has; one that does not say is read for it. Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
    long count(FileShape shape) {
        long[] count = new long[1];
        // JSON must be asked for some column, whether objects have it or not.
        query(shape, "SELECT count(*) FROM " + shape.relation(List.of("(row)")), chunk -> {
            if (chunk.rowCount() > 0) {
                count[0] = chunk.vector(0).getLong(0);
            }
        });
        return count[0];
    }

    /// Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
    void query(FileShape shape, String sql, Consumer<DuckDBDataChunkReader> chunks) {
        try {
            engine.query(sql, chunks);
        } catch (SQLException e) {
            shape.check();
            throw Unreadable.of(shape.file(), e);
        }
    }
}
