package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Where values come from: columns, calculations and tables.
final class Leaves {
    /// Tables with keys from 0 to below this are arrays.
    private static final long DENSE = 4_096;

    private Leaves() {}

    static Term column(Schema schema, String name) {
        int index = schema.index(name);
        Type type = schema.type(index);
        String quoted = Sql.name(name);
        return switch (type) {
            case DOUBLE ->
                Term.number(
                        List.of(),
                        Term.ANY_NUMBER,
                        () -> "CASE WHEN isfinite(" + quoted + ") THEN " + quoted + " END",
                        (columns, row) -> Numbers.finite(columns.number(index, row)));
            case STRING -> Term.text(List.of(), () -> quoted, (columns, row) -> columns.text(index, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN ->
                Term.whole(
                        type,
                        List.of(),
                        type == Type.BOOLEAN ? 1 : Term.ANY_WHOLE,
                        () -> quoted,
                        (columns, row) -> columns.integer(index, row));
        };
    }

    static Term calculation(String name, Calculation calculation) {
        Supplier<String> sql = () -> {
            throw new IllegalStateException("the lookup " + name + " has no SQL");
        };
        return Term.number(
                List.of(), Term.ANY_NUMBER, sql, (columns, row) -> Numbers.finite(calculation.number(columns, row)));
    }

    static Term table(Table table, Term key) {
        long[] keys = table.values().keySet().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        String[] values = Arrays.stream(keys).mapToObj(table.values()::get).toArray(String[]::new);
        boolean dense = keys.length > 0 && keys[0] >= 0 && keys[keys.length - 1] < DENSE;
        Texts texts = dense ? dense(table, keys, key.wholes()) : sorted(table, keys, values, key.wholes());
        return Term.text(List.of(key), () -> sql(table, key), texts);
    }

    private static Texts dense(Table table, long[] keys, Wholes key) {
        String[] values = new String[(int) keys[keys.length - 1] + 1];
        Arrays.setAll(values, i -> table.values().getOrDefault((long) i, table.otherwise()));
        return (columns, row) -> {
            long asked = key.at(columns, row);
            return asked >= 0 && asked < values.length ? values[(int) asked] : table.otherwise();
        };
    }

    private static Texts sorted(Table table, long[] keys, String[] values, Wholes key) {
        return (columns, row) -> {
            long asked = key.at(columns, row);
            int found = asked == Columns.NULL ? -1 : Arrays.binarySearch(keys, asked);
            return found >= 0 ? values[found] : table.otherwise();
        };
    }

    private static String sql(Table table, Term key) {
        StringBuilder sql = new StringBuilder("CASE ").append(key.sql());
        table.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sql.append(" WHEN ")
                        .append(entry.getKey())
                        .append(" THEN ")
                        .append(Sql.text(entry.getValue())));
        return sql.append(" ELSE ")
                .append(Sql.text(table.otherwise()))
                .append(" END")
                .toString();
    }
}
