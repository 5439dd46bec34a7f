package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan;
import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBDataChunkReader;

/// Reads one file: its period, or all of its rows as the project declares them.
///
/// Errors: `DATA_UNREADABLE`.
final class FileReader {
    private final Engine engine;
    private final Project project;

    FileReader(Engine engine, Project project) {
        this.engine = engine;
        this.project = project;
    }

    /// How many of the file's times lie in the periods that start at these moments (wall-clock microseconds); reads the
    /// time column only.
    NavigableMap<Long, Long> periods(FileShape shape, SplitPlan.Each each) {
        String at = shape.cast(time(), project).timestamp();
        String sql =
                "SELECT epoch_us(date_trunc('" + Calendar.word(each) + "', wall)) AS s, count(*) FROM (SELECT " + at
                        + " AS wall FROM " + shape.file().relation()
                        + ") WHERE wall BETWEEN TIMESTAMP '0001-01-08' AND TIMESTAMP '9999-12-24' GROUP BY s ORDER BY s";
        NavigableMap<Long, Long> found = new TreeMap<>();
        query(shape, sql, chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                found.put(chunk.vector(0).getLong(row), chunk.vector(1).getLong(row));
            }
        });
        return found;
    }

    /// Appends all rows to `rows`, whose first columns are the project's fields.
    /// Returns how many values of which field had no reading in the declared type.
    Map<String, Long> read(FileShape shape, Columns rows, Progress progress) {
        List<Field> fields = project.fields();
        List<String> items = new ArrayList<>();
        List<String> watched = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (Field field : fields) {
            Cast cast = shape.cast(field, project);
            items.add(cast.value());
            if (!cast.lost().isEmpty()) {
                watched.add(field.name());
                losses.add(cast.lost());
            }
        }
        items.addAll(losses);
        long total = count(shape);
        int before = rows.size();
        long[] lost = new long[watched.size()];
        progress.begin("reading " + shape.file().name(), total, "rows");
        query(
                shape,
                "SELECT " + String.join(", ", items) + " FROM " + shape.file().relation(),
                chunk -> {
                    Chunks.append(chunk, rows, fields.size());
                    for (int i = 0; i < lost.length; i++) {
                        lost[i] += Chunks.trues(chunk, fields.size() + i);
                    }
                    progress.at(rows.size() - before);
                });
        progress.end();
        if (total > 0 && rows.size() - before != total) {
            throw FileShape.unreadable(
                    shape.file(), new SQLException((rows.size() - before) + " of " + total + " rows could be read"));
        }
        Map<String, Long> lossy = new LinkedHashMap<>();
        for (int i = 0; i < lost.length; i++) {
            lossy.put(watched.get(i), lost[i]);
        }
        return lossy;
    }

    /// The field that says what a row is about in time.
    private Field time() {
        return project.fields().stream()
                .filter(field -> field.name().equals(project.time()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the time " + project.time() + " is not a field"));
    }

    /// How many rows a Parquet file says it has; 0 for CSV, which does not say.
    private long count(FileShape shape) {
        long[] count = new long[1];
        if (!shape.file().isCsv()) {
            query(shape, "SELECT count(*) FROM " + shape.file().relation(), chunk -> {
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
            throw FileShape.unreadable(shape.file(), e);
        }
    }
}
