package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The calendar month of most of the file's times, the earliest of equals; reads the time column only.
    Optional<YearMonth> period(FileShape shape) {
        String at = shape.cast(time(), project).timestamp();
        String sql = "SELECT CAST(year(wall) * 12 + month(wall) - 1 AS BIGINT) AS m, count(*) FROM (SELECT " + at
                + " AS wall FROM " + shape.file().relation()
                + ") WHERE wall IS NOT NULL AND isfinite(wall) GROUP BY m ORDER BY count(*) DESC, m LIMIT 1";
        List<YearMonth> found = new ArrayList<>();
        query(shape, sql, chunk -> {
            if (chunk.rowCount() > 0) {
                long month = chunk.vector(0).getLong(0);
                found.add(
                        YearMonth.of(Math.toIntExact(Math.floorDiv(month, 12L)), (int) Math.floorMod(month, 12L) + 1));
            }
        });
        return found.stream().findFirst();
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
