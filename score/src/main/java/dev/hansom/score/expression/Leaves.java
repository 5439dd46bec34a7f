package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.HashMap;
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
        Object[] keys = table.sorted().keySet().toArray();
        Object[] values = Arrays.stream(keys).map(table.values()::get).toArray();
        Place place = table.key() == Type.STRING ? texts(keys, key.texts()) : wholes(keys, key.wholes());
        if (table.type() == Type.DOUBLE) {
            double[] numbers =
                    Arrays.stream(values).mapToDouble(Double.class::cast).toArray();
            double otherwise = table.otherwiseNumber();
            return Term.number(List.of(key), Term.ANY_NUMBER, () -> sql(table, key), (columns, row) -> {
                int found = place.of(columns, row);
                return Numbers.finite(found >= 0 ? numbers[found] : otherwise);
            });
        }
        String[] texts = Arrays.stream(values).map(String.class::cast).toArray(String[]::new);
        String otherwise = table.otherwiseText();
        return Term.text(List.of(key), () -> sql(table, key), (columns, row) -> {
            int found = place.of(columns, row);
            return found >= 0 ? texts[found] : otherwise;
        });
    }

    /// Where a row's key stands in a table; negative where it does not.
    private interface Place {
        int of(Columns columns, int row);
    }

    private static Place texts(Object[] keys, Texts key) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            places.put((String) keys[i], i);
        }
        return (columns, row) -> {
            String asked = key.at(columns, row);
            return asked == null ? -1 : places.getOrDefault(asked, -1);
        };
    }

    private static Place wholes(Object[] given, Wholes key) {
        long[] keys = Arrays.stream(given).mapToLong(Long.class::cast).toArray();
        if (keys.length == 0 || keys[0] < 0 || keys[keys.length - 1] >= DENSE) {
            return (columns, row) -> {
                long asked = key.at(columns, row);
                return asked == Columns.NULL ? -1 : Arrays.binarySearch(keys, asked);
            };
        }
        int[] places = new int[(int) keys[keys.length - 1] + 1];
        Arrays.fill(places, -1);
        for (int i = 0; i < keys.length; i++) {
            places[(int) keys[i]] = i;
        }
        return (columns, row) -> {
            long asked = key.at(columns, row);
            return asked >= 0 && asked < places.length ? places[(int) asked] : -1;
        };
    }

    private static String sql(Table table, Term key) {
        StringBuilder sql = new StringBuilder("CASE ").append(key.sql());
        table.sorted()
                .forEach((one, value) -> sql.append(" WHEN ")
                        .append(literal(one))
                        .append(" THEN ")
                        .append(literal(value)));
        Object otherwise = table.otherwise();
        return sql.append(" ELSE ")
                .append(otherwise == null ? "CAST(NULL AS DOUBLE)" : literal(otherwise))
                .append(" END")
                .toString();
    }

    private static String literal(Object value) {
        if (value instanceof Double number) {
            return Sql.number(Numbers.finite(number));
        }
        return value instanceof String text ? Sql.text(text) : value.toString();
    }
}
