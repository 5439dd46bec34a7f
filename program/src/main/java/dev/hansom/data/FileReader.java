package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan;
import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

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

    /// How many of the file's times lie in the periods that start at these moments (wall-clock microseconds); reads the
    /// time column only.
    NavigableMap<Long, Long> periods(FileShape shape, SplitPlan.Each each) {
        Wanted time = Wanted.of(time());
        String at = shape.cast(time, project.timeZone()).timestamp();
        String sql = "SELECT epoch_us(date_trunc('" + Calendar.word(each) + "', wall)) AS s, count(*) FROM (SELECT "
                + at + " AS wall FROM " + shape.relation(List.of(time.column()))
                + ") WHERE wall BETWEEN TIMESTAMP '0001-01-08' AND TIMESTAMP '9999-12-24' GROUP BY s ORDER BY s";
        NavigableMap<Long, Long> found = new TreeMap<>();
        try {
            engine.query(sql, chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    found.put(chunk.vector(0).getLong(row), chunk.vector(1).getLong(row));
                }
            });
        } catch (SQLException e) {
            throw Unreadable.of(shape.file(), e);
        }
        return found;
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
