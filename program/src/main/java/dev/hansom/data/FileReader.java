package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one file of a project: its period, or all of its rows as the project declares them.
///
/// Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
final class FileReader {
    private final Engine engine;
    private final Project project;

    FileReader(Engine engine, Project project) {
        this.engine = engine;
        this.project = project;
    }

    /// The columns that the fields of a project are read from.
    static List<Wanted> wanted(Project project) {
        return project.fields().stream().map(Wanted::of).toList();
    }

    /// The calendar month of most of the file's times, the earliest of equals; reads the time column only.
    Optional<YearMonth> period(FileShape shape) {
        Wanted time = Wanted.of(time());
        String at = shape.cast(time, project.timeZone()).timestamp();
        String sql = "SELECT CAST(year(wall) * 12 + month(wall) - 1 AS BIGINT) AS m, count(*) FROM (SELECT " + at
                + " AS wall FROM " + shape.relation(List.of(time.column()))
                + ") WHERE wall IS NOT NULL AND isfinite(wall) GROUP BY m ORDER BY count(*) DESC, m LIMIT 1";
        List<YearMonth> found = new ArrayList<>();
        try {
            engine.query(sql, chunk -> {
                if (chunk.rowCount() > 0) {
                    long month = chunk.vector(0).getLong(0);
                    found.add(YearMonth.of(
                            Math.toIntExact(Math.floorDiv(month, 12L)), (int) Math.floorMod(month, 12L) + 1));
                }
            });
        } catch (SQLException e) {
            throw Unreadable.of(shape.file(), e);
        }
        return found.stream().findFirst();
    }

    /// Appends all rows to `rows`, whose first columns are the project's fields.
    /// Returns how many values of which field lost something.
    Map<String, Long> read(FileShape shape, Columns rows, Progress progress) {
        return new RowReader(engine)
                .append(shape, wanted(project), project.timeZone(), progress, rows)
                .lossy();
    }

    /// The field that says what a row is about in time.
    private Field time() {
        return project.fields().stream()
                .filter(field -> field.name().equals(project.time()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the time " + project.time() + " is not a field"));
    }
}
