package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads newline-delimited JSON: an object a line, of which the named members become columns.
///
/// A line that is no whole JSON value, such as the last one of a file that is still written, is passed over and
/// counted; empty lines are nothing. A member that is absent, null or of another type is missing. Times are whole
/// microseconds or ISO-8601
/// text without an offset; dates whole days or ISO-8601 text.
/// Errors: `DATA_UNREADABLE` where a file cannot be opened.
/// Threads: safe for many threads.
public final class LineReader {
    /// A column: its name and type, and the members that lead to it, for example `fields`, `PULocationID`.
    public record LineField(String name, Type type, List<String> path) {
        public LineField {
            path = List.copyOf(path);
        }

        /// A member of the line's own object.
        public static LineField of(String name, Type type) {
            return new LineField(name, type, List.of(name));
        }
    }

    /// The rows in the order of files and lines, and how many lines were broken.
    public record Lines(Columns rows, long broken) {}

    /// Longest line that is read, in bytes.
    private static final int LINE_BYTES = 16_000_000;

    private final Engine engine;

    public LineReader(Engine engine) {
        this.engine = engine;
    }

    /// Reads `files` in this order; without files there are no rows.
    public Lines read(List<Path> files, List<LineField> fields) {
        Columns rows = new Columns(
                new Schema(fields.stream()
                        .map(field -> new Schema.Column(field.name(), field.type()))
                        .toList()),
                1 << 12);
        long broken = 0;
        for (Path file : files) {
            broken += read(file, fields, rows);
        }
        return new Lines(rows, broken);
    }

    private long read(Path file, List<LineField> fields, Columns rows) {
        long[] broken = new long[1];
        String lines =
                "(SELECT line, CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' ELSE false END AS whole FROM "
                        + "read_csv(" + Sql.text(file.toAbsolutePath().toString())
                        + ", columns={'line': 'VARCHAR'}, auto_detect=false, header=false, delim=chr(31), quote='', escape='', "
                        + "max_line_size=" + LINE_BYTES + "))";
        try {
            engine.query("SELECT count(*) FROM " + lines + " WHERE NOT whole AND trim(line) <> ''", chunk -> {
                if (chunk.rowCount() > 0) {
                    broken[0] = chunk.vector(0).getLong(0);
                }
            });
            engine.query(sql(lines, fields), chunk -> Chunks.append(chunk, rows, fields.size()));
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, file.toString(), "the lines cannot be read")
                            .value(Engine.firstLine(e))
                            .expected("a JSON object a line"),
                    e);
        }
        return broken[0];
    }

    private static String sql(String lines, List<LineField> fields) {
        List<String> names = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            names.add("v[" + (i + 1) + "] AS f" + i);
            members.add(value(fields.get(i).type(), "f" + i));
        }
        String paths = Sql.texts(fields.stream().map(LineReader::pointer).toList());
        return "SELECT " + String.join(", ", members) + " FROM (SELECT " + String.join(", ", names)
                + " FROM (SELECT CASE WHEN whole THEN json_extract_string(line, " + paths + ") END AS v FROM " + lines
                + " WHERE whole))";
    }

    private static String value(Type type, String member) {
        Cast cast = new Cast(member, "VARCHAR", type, ZoneOffset.UTC);
        return switch (type) {
            case DOUBLE, INT64, STRING, BOOLEAN -> cast.value();
            case TIMESTAMP, DATE -> "coalesce(TRY_CAST(" + member + " AS BIGINT), " + cast.value() + ")";
        };
    }

    /// The way to a member as JSON path. Members are quoted; a quote inside a name cannot be asked for.
    private static String pointer(LineField field) {
        return field.path().stream()
                .map(member -> ".\"" + member.replace("\"", "") + '"')
                .collect(Collectors.joining("", "$", ""));
    }
}
