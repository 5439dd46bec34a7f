package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.DateOrder;
import dev.hansom.score.expression.Nearest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A file and what it says it has before its rows are read: name to DuckDB type of each column, in the file's order,
/// then
/// the columns that its folders carry. The values of CSV and JSON are texts.
public final class FileShape {
    private final DataFile file;
    private final Path readable;
    private final FileMark mark;
    private final Map<String, Stored> stored;
    private final Optional<CsvFormat> csv;
    private final List<String> repeated;

    /// A column as SQL has it, and its DuckDB type.
    record Stored(String sql, String type) {}

    /// The columns of a file, and the names that several of them have.
    private record Described(Map<String, Stored> columns, List<String> repeated) {}

    private FileShape(DataFile file, Path readable, FileMark mark, Described described, Optional<CsvFormat> csv) {
        this.file = file;
        this.readable = readable;
        this.mark = mark;
        this.stored = new LinkedHashMap<>(described.columns());
        this.repeated = List.copyOf(described.repeated());
        this.csv = csv;
        file.partitions()
                .forEach((name, value) -> this.stored.putIfAbsent(name, new Stored(partition(value), "VARCHAR")));
    }

    /// The shape of `file`. Errors: `FILE_UNUSABLE`, `DATA_UNREADABLE`.
    static FileShape of(Engine engine, DataFile file) {
        FileMark mark = FileMark.of(file.path());
        if (file.format() != Format.CSV) {
            return new FileShape(file, file.path(), mark, described(engine, file), Optional.empty());
        }
        CsvFormat csv = CsvSniffer.of(file);
        Map<String, Stored> columns = new LinkedHashMap<>();
        for (int i = 0; i < csv.names().size(); i++) {
            columns.put(csv.names().get(i), new Stored(CsvFormat.column(i), "VARCHAR"));
        }
        Path utf8 = engine.utf8(file, csv.encoding(), mark);
        Described described = new Described(columns, csv.repeated());
        return new FileShape(file, utf8, mark, described, Optional.of(csv.with(dates(engine, file, csv, utf8))));
    }

    /// What comes first in the dates of a CSV file; where its first rows do not say it, all of them are asked.
    private static Optional<DateOrder> dates(Engine engine, DataFile file, CsvFormat csv, Path utf8) {
        if (csv.dates().isPresent()) {
            return csv.dates();
        }
        String relation = csv.relation(literally(utf8.toAbsolutePath().toString()));
        for (int column : csv.doubtful()) {
            List<String> texts = new ArrayList<>();
            try {
                engine.query(
                        "SELECT DISTINCT " + TimeForms.day(CsvFormat.column(column)) + " FROM " + relation, chunk -> {
                            for (long row = 0; row < chunk.rowCount(); row++) {
                                if (!chunk.vector(0).isNull(row)) {
                                    texts.add(chunk.vector(0).getString(row));
                                }
                            }
                        });
            } catch (SQLException e) {
                throw Unreadable.of(file, e);
            }
            Optional<DateOrder> said = DateVote.of(texts::forEach);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /// The shapes of `files`. Errors: those of all files together.
    static List<FileShape> of(Engine engine, List<DataFile> files) {
        List<FileShape> shapes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (DataFile file : files) {
            try {
                shapes.add(of(engine, file));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return shapes;
    }

    /// The file itself.
    public DataFile file() {
        return file;
    }

    /// The columns: name to DuckDB type, in order.
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        stored.forEach((name, column) -> columns.put(name, column.type()));
        return columns;
    }

    /// The names that several columns have, in whatever case, as the file has them the second time. The second
    /// column of a name is read by the name with `_1` behind it where it is the very same.
    public List<String> repeated() {
        return repeated;
    }

    /// How the file is written, for a person: the format, and what was detected.
    public String written() {
        return file.format().title() + csv.map(format -> ": " + format.text()).orElse("");
    }

    /// How long the file is.
    public long bytes() {
        return mark.size();
    }

    /// Errors: `FILE_CHANGED` where the file is not what it was when this shape was made.
    void check() {
        mark.check(file.path());
    }

    /// The query for `items`, which are made of the selected columns.
    String select(List<String> items, List<Selected> selected) {
        List<String> columns =
                selected.stream().map(one -> one.wanted().column()).toList();
        return "SELECT " + (items.isEmpty() ? "1" : String.join(", ", items)) + " FROM " + relation(columns);
    }

    /// What DuckDB reads `columns` from.
    String relation(List<String> columns) {
        String literal = literally(readable.toAbsolutePath().toString());
        return switch (file.format()) {
            case CSV -> csv.orElseThrow().relation(literal);
            case PARQUET -> "read_parquet(" + Sql.text(literal) + ", hive_partitioning=false)";
            case JSON ->
                "read_json(" + Sql.text(literal) + ", format=" + layout() + ", columns={"
                        + columns.stream()
                                .filter(name -> !file.partitions().containsKey(name))
                                .distinct()
                                .map(name -> Sql.text(name) + ": 'VARCHAR'")
                                .collect(Collectors.joining(", "))
                        + "}, maximum_object_size=67108864, hive_partitioning=false)";
        };
    }

    /// How `wanted` is read from this file: leniently, as the fields of a project are. Times are on the wall clock of
    /// `zone`.
    public Selected declared(Wanted wanted, ZoneId zone) {
        Cast cast = cast(wanted, zone);
        return new Selected(wanted, cast.value(), cast.lost());
    }

    /// How `wanted`, a number or a category of another library's model, is read from this file.
    public Selected foreign(Wanted wanted) {
        boolean textual = file.format() != Format.PARQUET;
        return new ForeignCast(ForeignCast.Plain.of(cast(wanted, ZoneOffset.UTC)), textual).select(wanted);
    }

    /// How `wanted` is cast.
    Cast cast(Wanted wanted, ZoneId zone) {
        Stored column = stored.get(wanted.column());
        if (column == null) {
            throw new IllegalStateException("column " + wanted.column() + " was not looked for in " + file.name());
        }
        return new Cast(column.sql(), column.type(), wanted.type(), zone, csv);
    }

    /// A problem for every wanted column that the file does not have, or not as one value a row.
    List<Problem> missing(List<Wanted> wanted) {
        List<Problem> problems = new ArrayList<>(nested(wanted));
        wanted.stream()
                .filter(one -> !stored.containsKey(one.column()))
                .map(one -> Problem.of(
                                ErrorCode.COLUMN_MISSING,
                                file.path().toString(),
                                "no column " + one.column() + " for the field " + one.name())
                        .expected("one of: " + some())
                        .next(Nearest.to(one.column(), stored.keySet())
                                        .map(near -> "did you mean " + near + "? ")
                                        .orElse("")
                                + "see fields in the project file"))
                .forEach(problems::add);
        return problems;
    }

    /// A problem for every wanted column that is there and holds lists or structures.
    public List<Problem> nested(List<Wanted> wanted) {
        List<Problem> problems = new ArrayList<>();
        for (Wanted one : wanted) {
            String type = Optional.ofNullable(stored.get(one.column()))
                    .map(Stored::type)
                    .orElse("");
            if (isNested(type)) {
                problems.add(Problem.of(
                                ErrorCode.DATA_UNREADABLE,
                                file.path().toString(),
                                "column " + one.column() + " holds lists or structures")
                        .value(type.length() <= 60 ? type : type.substring(0, 60) + "…")
                        .expected("one value a row: a number, a text, a time")
                        .next("write its parts as columns of their own"));
            }
        }
        return problems;
    }

    /// Whether values of this DuckDB type have parts.
    static boolean isNested(String type) {
        return type.endsWith("]") || type.startsWith("STRUCT(") || type.startsWith("MAP(") || type.startsWith("UNION(");
    }

    private String some() {
        List<String> names = new ArrayList<>(new TreeSet<>(stored.keySet()));
        return names.size() <= 50
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 50)) + ", … (" + names.size() + " columns)";
    }

    private String layout() {
        return file.name().toLowerCase(java.util.Locale.ROOT).contains(".json.")
                        || file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".json")
                ? "'auto'"
                : "'newline_delimited'";
    }

    private static Described described(Engine engine, DataFile file) {
        String literal = Sql.text(literally(file.path().toAbsolutePath().toString()));
        boolean json = file.format() == Format.JSON;
        String relation = json
                ? "read_json(" + literal + ", sample_size=20480, maximum_object_size=67108864, hive_partitioning=false)"
                : "read_parquet(" + literal + ", hive_partitioning=false)";
        Map<String, Stored> columns = new LinkedHashMap<>();
        try {
            engine.query("DESCRIBE SELECT * FROM " + relation, chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    String name = chunk.vector(0).getString(row);
                    String type = chunk.vector(1).getString(row);
                    columns.put(name, new Stored(Sql.name(name), json && !isNested(type) ? "VARCHAR" : type));
                }
            });
            return json ? new Described(columns, List.of()) : asWritten(columns, ParquetNames.of(engine, literal));
        } catch (SQLException e) {
            throw Unreadable.of(file, e);
        }
    }

    /// The columns by the names that the file has; the second of the very same name by the one that DuckDB gave it.
    private static Described asWritten(Map<String, Stored> columns, List<String> names) {
        if (names.size() != columns.size()) {
            return new Described(columns, List.of());
        }
        Map<String, Stored> written = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Iterator<String> name = names.iterator();
        columns.forEach((given, stored) -> {
            String own = name.next();
            if (!seen.add(own.toLowerCase(Locale.ROOT))) {
                repeated.add(own);
            }
            written.put(written.containsKey(own) ? given : own, stored);
        });
        return new Described(written, repeated);
    }

    private static String partition(String value) {
        return value.equals("__HIVE_DEFAULT_PARTITION__") ? "CAST(NULL AS VARCHAR)" : Sql.text(value);
    }

    /// The path with the characters of a glob taken literally.
    private static String literally(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }
}
