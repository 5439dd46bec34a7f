package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// Texts of which the first rows of a file show few: they come from the engine as small numbers, because a text is by
/// far the dearest value to fetch. Any other text of such a column comes as it is, in a vector of its own.
final class Levels {
    private static final int LOOKED_AT = 10_000;

    private static final int MOST_OF_A_COLUMN = 200;
    private static final int MOST = 1_000;
    private static final int LONGEST = 60;
    private static final long LARGE = 2L << 20;

    /// By column: its texts, none where it comes as it is.
    private final List<List<String>> texts;

    private Levels(List<List<String>> texts) {
        this.texts = texts;
    }

    /// The levels of the `selected` columns of a large file; none in a small one, which is read in no time.
    static Levels of(RowReader reader, FileShape shape, List<Selected> selected) {
        List<List<String>> texts = new ArrayList<>();
        selected.forEach(_ -> texts.add(List.of()));
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i).wanted().type() == Type.STRING) {
                columns.add(i);
            }
        }
        if (!columns.isEmpty()
                && columns.size() <= MOST_OF_A_COLUMN
                && isLarge(shape.file().path())) {
            look(reader, shape, columns.stream().map(selected::get).toList(), columns, texts);
        }
        return new Levels(texts);
    }

    /// What is selected in SQL: each column's value, then the other texts of columns with levels.
    List<String> items(List<Selected> selected) {
        List<String> items = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            String value = selected.get(i).value();
            if (texts.get(i).isEmpty()) {
                items.add(value);
            } else {
                String level = "TRY_CAST(" + value + " AS ENUM(" + Sql.list(texts.get(i)) + "))";
                items.add("CAST(enum_code(" + level + ") AS BIGINT)");
                others.add("CASE WHEN " + level + " IS NULL THEN " + value + " END");
            }
        }
        items.addAll(others);
        return items;
    }

    /// Appends the rows of a chunk that holds [#items]; columns of `rows` past the selected ones stay missing.
    void append(DuckDBDataChunkReader chunk, Columns rows) {
        int count = Math.toIntExact(chunk.rowCount());
        int from = rows.append(count);
        int other = texts.size();
        for (int column = 0; column < texts.size(); column++) {
            if (texts.get(column).isEmpty()) {
                Chunks.copy(chunk.vector(column), rows, column, from, count);
            } else {
                copy(chunk.vector(column), chunk.vector(other++), texts.get(column), rows, column, from);
            }
        }
    }

    private static void copy(
            DuckDBReadableVector codes,
            DuckDBReadableVector others,
            List<String> texts,
            Columns rows,
            int column,
            int from) {
        for (int i = 0; i < codes.rowCount(); i++) {
            int code = (int) codes.getLong(i, -1);
            if (code >= 0) {
                rows.set(column, from + i, texts.get(code));
            } else if (!others.isNull(i)) {
                rows.set(column, from + i, others.getString(i));
            }
        }
    }

    private static boolean isLarge(Path file) {
        try {
            return Files.size(file) > LARGE;
        } catch (IOException e) {
            return false;
        }
    }

    private static void look(
            RowReader reader, FileShape shape, List<Selected> some, List<Integer> columns, List<List<String>> texts) {
        List<Set<String>> seen = new ArrayList<>();
        some.forEach(_ -> seen.add(new LinkedHashSet<>()));
        reader.query(
                shape,
                shape.select(some.stream().map(Selected::value).toList(), some) + " LIMIT " + LOOKED_AT,
                chunk -> {
                    for (int i = 0; i < seen.size(); i++) {
                        see(chunk.vector(i), chunk.rowCount(), seen.get(i));
                    }
                });
        int room = MOST;
        for (int i = 0; i < seen.size(); i++) {
            int count = seen.get(i).size();
            if (count > 0 && count <= Math.min(room, MOST_OF_A_COLUMN)) {
                texts.set(columns.get(i), List.copyOf(seen.get(i)));
                room -= count;
            }
        }
    }

    /// Adds the texts that may stand in a query; one more than are wanted where there are too many.
    private static void see(DuckDBReadableVector vector, long rows, Set<String> seen) {
        for (long row = 0; row < rows && seen.size() <= MOST_OF_A_COLUMN; row++) {
            String text = vector.isNull(row) ? null : vector.getString(row);
            if (text != null && text.length() <= LONGEST && text.indexOf(0) < 0) {
                seen.add(text);
            }
        }
    }
}
