package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a [Table] answers for a key: first where the key stands among its sorted keys, then what stands there.
final class TableTerms {
    /// Tables with keys from 0 to below this are arrays.
    private static final long DENSE = 4_096;

    private TableTerms() {}

    static Term of(Table table, Term key) {
        Object[] keys = table.sorted().keySet().toArray();
        Object[] values = Arrays.stream(keys).map(table.values()::get).toArray();
        Term place = table.key() == Type.STRING ? texts(keys, key) : wholes(keys, key);
        return table.type() == Type.DOUBLE ? numbers(table, key, values, place) : texts(table, key, values, place);
    }

    private static Term numbers(Table table, Term key, Object[] values, Term place) {
        double[] answers = new double[values.length + 1];
        answers[0] = Numbers.finite(table.otherwiseNumber());
        for (int i = 0; i < values.length; i++) {
            answers[i + 1] = Numbers.finite((Double) values[i]);
        }
        Wholes at = place.wholes();
        return Term.number(
                List.of(key),
                Term.ANY_NUMBER,
                () -> sql(table, key),
                (columns, row) -> answers[1 + (int) at.at(columns, row)],
                Fill.ofWhole(place, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = answers[1 + (int) x[i]];
                    }
                }));
    }

    private static Term texts(Table table, Term key, Object[] values, Term place) {
        String[] answers = new String[values.length + 1];
        answers[0] = table.otherwiseText();
        for (int i = 0; i < values.length; i++) {
            answers[i + 1] = (String) values[i];
        }
        long[] hashes = Arrays.stream(answers).mapToLong(KeyHash::of).toArray();
        Wholes at = place.wholes();
        Term text = Term.text(
                List.of(key),
                () -> sql(table, key),
                (columns, row) -> answers[1 + (int) at.at(columns, row)],
                Fill.<@Nullable String[]>ofWhole(place, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = answers[1 + (int) x[i]];
                    }
                }));
        return text.withHash(
                (columns, row) -> hashes[1 + (int) at.at(columns, row)], Fill.ofWhole(place, (x, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = hashes[1 + (int) x[i]];
                    }
                }));
    }

    /// Where a text stands among the keys, or -1.
    private static Term texts(Object[] keys, Term key) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            places.put((String) keys[i], i);
        }
        Texts at = key.texts();
        return place(key, (columns, row) -> place(places, at.at(columns, row)), Fill.ofText(key, (x, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = place(places, x[i]);
            }
        }));
    }

    private static long place(Map<String, Integer> places, @Nullable String asked) {
        return asked == null ? -1 : places.getOrDefault(asked, -1);
    }

    /// Where a whole number stands among the keys, or -1.
    private static Term wholes(Object[] given, Term key) {
        long[] keys = Arrays.stream(given).mapToLong(Long.class::cast).toArray();
        Wholes at = key.wholes();
        if (keys.length == 0 || keys[0] < 0 || keys[keys.length - 1] >= DENSE) {
            return place(
                    key, (columns, row) -> searched(keys, at.at(columns, row)), Fill.ofWhole(key, (x, into, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            into[i] = searched(keys, x[i]);
                        }
                    }));
        }
        int[] places = new int[(int) keys[keys.length - 1] + 1];
        Arrays.fill(places, -1);
        for (int i = 0; i < keys.length; i++) {
            places[(int) keys[i]] = i;
        }
        return place(key, (columns, row) -> place(places, at.at(columns, row)), Fill.ofWhole(key, (x, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = place(places, x[i]);
            }
        }));
    }

    private static long searched(long[] keys, long asked) {
        return asked == Columns.NULL ? -1 : Math.max(-1, Arrays.binarySearch(keys, asked));
    }

    private static long place(int[] places, long asked) {
        return asked >= 0 && asked < places.length ? places[(int) asked] : -1;
    }

    private static Term place(Term key, Wholes one, Fill<long[]> many) {
        Supplier<String> sql = () -> {
            throw new IllegalStateException("a place in a table has no SQL");
        };
        return Term.whole(Type.INT64, List.of(key), Integer.MAX_VALUE, sql, one, many);
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
