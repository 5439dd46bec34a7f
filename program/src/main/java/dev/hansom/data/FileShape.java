package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.expression.Nearest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A file and the columns that it says it has: name to DuckDB type, in the file's order.
public record FileShape(DataFile file, Map<String, String> columns) {
    /// The shape of `file`. Errors: `DATA_UNREADABLE`.
    static FileShape of(Engine engine, DataFile file) {
        Map<String, String> columns = new LinkedHashMap<>();
        try {
            engine.query("DESCRIBE SELECT * FROM " + file.relation(), chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    columns.put(chunk.vector(0).getString(row), chunk.vector(1).getString(row));
                }
            });
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
        return new FileShape(file, columns);
    }

    /// The shapes of all files, once every declared field has its column in each.
    /// Errors: every damaged file and every missing column of every file together.
    static List<FileShape> of(Engine engine, Project project, List<DataFile> files) {
        List<FileShape> shapes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (DataFile file : files) {
            try {
                FileShape shape = of(engine, file);
                problems.addAll(shape.missing(project.fields()));
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

    /// What a file that DuckDB cannot read is called.
    static ProblemException unreadable(DataFile file, Exception error) {
        String said = Engine.firstLine(error).replaceFirst("^(Invalid Input|Invalid|IO|Parser) Error: ", "");
        return new ProblemException(
                Problem.of(
                                ErrorCode.DATA_UNREADABLE,
                                file.path().toString(),
                                "the file is damaged or of another format")
                        .value(said)
                        .expected(file.isCsv() ? "CSV with a header line" : "Parquet")
                        .next("fetch it again, or leave it out of data.files"),
                error);
    }

    /// How `field` is read from this file.
    Cast cast(Field field, Project project) {
        return new Cast(field.column(), stored(field.column()), field.type(), project.timeZone());
    }

    private String stored(String column) {
        String exact = columns.get(column);
        if (exact == null) {
            throw new IllegalStateException("column " + column + " was not looked for in " + file.name());
        }
        return exact;
    }

    private List<Problem> missing(List<Field> fields) {
        return fields.stream()
                .filter(field -> !columns.containsKey(field.column()))
                .map(field -> Problem.of(
                                ErrorCode.COLUMN_MISSING,
                                file.path().toString(),
                                "no column " + field.column() + " for the field " + field.name())
                        .expected(
                                "one of: " + columns.keySet().stream().sorted().collect(Collectors.joining(", ")))
                        .next(Nearest.to(field.column(), columns.keySet())
                                        .map(near -> "did you mean " + near + "? ")
                                        .orElse("")
                                + "see fields in the project file"))
                .toList();
    }
}
