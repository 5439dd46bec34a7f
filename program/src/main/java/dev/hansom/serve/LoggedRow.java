package dev.hansom.serve;

import dev.hansom.base.Json;
import dev.hansom.score.Columns;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Appends lines of the prediction log to columns of fields and of what was said.
record LoggedRow(Columns fields, Columns said) {
    /// Errors: a line without an id or fields is a `ProblemException`, and nothing is appended.
    void append(Json line) {
        String id = line.asText("id");
        Map<String, Json> values = line.member("fields").members();
        put(line.members(), said, said.append());
        said.set(Traffic.ID, said.size() - 1, id);
        put(values, fields, fields.append());
    }

    private static void put(Map<String, Json> values, Columns columns, int row) {
        for (int column = 0; column < columns.schema().size(); column++) {
            Json value = values.get(columns.schema().name(column));
            if (value != null) {
                put(value, columns, column, row);
            }
        }
    }

    /// A value of another type than the column's is left missing: the project may have changed since.
    private static void put(Json value, Columns columns, int column, int row) {
        switch (columns.schema().type(column)) {
            case DOUBLE -> columns.set(column, row, real(value));
            case STRING -> columns.set(column, row, value instanceof Json.Text(String text) ? text : null);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.set(column, row, whole(value));
        }
    }

    private static double real(@Nullable Json value) {
        return switch (value) {
            case Json.Real(double real) -> real;
            case Json.Whole(long whole) -> whole;
            case null, default -> Double.NaN;
        };
    }

    private static long whole(Json value) {
        return switch (value) {
            case Json.Whole(long whole) -> whole;
            case Json.Bool(boolean yes) -> yes ? 1 : 0;
            default -> Columns.NULL;
        };
    }
}
