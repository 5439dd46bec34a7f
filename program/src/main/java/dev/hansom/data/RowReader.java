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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return scan(shape, declared(shape, wanted, zone), NOBODY, progress, receiver);
    }

    private Reading scan(
            FileShape shape,
            List<Selected> selected,
            Selected.Losses losses,
            Progress progress,
            Consumer<DuckDBDataChunkReader> receiver) {
        List<Selected> watched =
                selected.stream().filter(one -> !one.lost().isEmpty()).toList();
        long total = count(shape);
        long[] done = {0};
        long[] lost = new long[watched.size()];
        shape.check();
        progress.begin("reading " + shape.file().name(), total, "rows");
        query(shape, sql(shape, selected, watched), chunk -> {
            for (int i = 0; i < lost.length; i++) {
                int vector = selected.size() + i;
                long here = Chunks.trues(chunk, vector);
                if (here > 0 && !losses.equals(NOBODY)) {
                    tell(losses, watched.get(i).wanted(), chunk, vector, done[0]);
                }
                lost[i] += here;
            }
            receiver.accept(chunk);
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
    private static List<Selected> declared(FileShape shape, List<Wanted> wanted, ZoneId zone) {
        List<Problem> missing = shape.missing(wanted);
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        return wanted.stream().map(one -> shape.declared(one, zone)).toList();
    }

    /// The query for the values, then what was lost of the watched ones.
    private static String sql(FileShape shape, List<Selected> selected, List<Selected> watched) {
        if (selected.size() > MOST_COLUMNS) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, shape.file().path().toString(), "too many columns are wanted")
                            .value(selected.size() + " of " + shape.columns().size())
                            .expected("at most " + MOST_COLUMNS)
                            .next("name fewer fields, for example those that matter"));
        }
        String items = Stream.concat(
                        selected.stream().map(Selected::value), watched.stream().map(Selected::lost))
                .collect(Collectors.joining(", "));
        List<String> columns =
                selected.stream().map(one -> one.wanted().column()).toList();
        return "SELECT " + (items.isEmpty() ? "1" : items) + " FROM " + shape.relation(columns);
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
    private long count(FileShape shape) {
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
