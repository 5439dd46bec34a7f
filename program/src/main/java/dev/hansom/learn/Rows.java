package dev.hansom.learn;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Labelled rows with what lookups read of them computed once, so that many fits on parts of them are cheap: the keys
/// numbered, the values of expressions that read no lookup.
///
/// Threads: not safe; one fit at a time.
final class Rows {
    /// A number for each row and, by number, the key it stands for.
    @SuppressWarnings("ArrayRecordComponent")
    record Keyed(int[] ids, List<List<@Nullable Object>> keys) {}

    private final Columns columns;
    private final Scope scope;
    private final int group;
    private final long seed;
    private final Map<List<String>, Keyed> keyed = new HashMap<>();
    private final Map<String, double[]> numbers = new HashMap<>();

    /// `scope` has fixed tables and definitions, but no lookups: keys are the same in every fit.
    /// Rows with the same value in column `group` are never parted; -1 where each row stands for itself.
    Rows(Columns columns, Scope scope, int group, long seed) {
        this.columns = columns;
        this.scope = scope;
        this.group = group;
        this.seed = seed;
    }

    /// Whether rows belong to groups.
    boolean isGrouped() {
        return group >= 0;
    }

    /// At most `count` folds: stretches of the order of the rows, or whole groups.
    Folds folds(int count) {
        int folds = Math.min(count, Math.max(1, size()));
        return isGrouped() ? Folds.groups(columns, group, folds, seed) : Folds.stretches(size(), folds);
    }

    Columns columns() {
        return columns;
    }

    int size() {
        return columns.size();
    }

    Scope scope() {
        return scope;
    }

    Keyed keyed(List<String> keys) {
        Keyed known = keyed.get(keys);
        if (known == null) {
            known = keys.size() == 1
                    ? number(keys.getFirst())
                    : crossed(keyed(keys.subList(0, keys.size() - 1)), keyed(List.of(keys.getLast())));
            keyed.put(List.copyOf(keys), known);
        }
        return known;
    }

    /// The values of a number or condition that reads no lookup, for every row.
    double[] numbers(Expression expression) {
        return numbers.computeIfAbsent(expression.text(), text -> {
            double[] values = new double[columns.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = expression.number(columns, row);
            }
            return values;
        });
    }

    private Keyed number(String key) {
        Expression part = Expression.compile(key, scope);
        Map<Object, Integer> numbers = new HashMap<>();
        List<List<@Nullable Object>> found = new ArrayList<>();
        int[] ids = new int[columns.size()];
        int missing = -1;
        for (int row = 0; row < ids.length; row++) {
            @Nullable Object value = part(part, row);
            if (value == null) {
                missing = missing < 0 ? added(found, Arrays.asList(value)) : missing;
                ids[row] = missing;
            } else {
                Integer known = numbers.get(value);
                if (known == null) {
                    known = added(found, List.of(value));
                    numbers.put(value, known);
                }
                ids[row] = known;
            }
        }
        return new Keyed(ids, found);
    }

    private Keyed crossed(Keyed first, Keyed last) {
        Map<Long, Integer> numbers = new HashMap<>();
        List<List<@Nullable Object>> found = new ArrayList<>();
        int[] ids = new int[columns.size()];
        for (int row = 0; row < ids.length; row++) {
            long pair = (long) first.ids()[row] << 32 | last.ids()[row];
            Integer known = numbers.get(pair);
            if (known == null) {
                List<@Nullable Object> key = new ArrayList<>(first.keys().get(first.ids()[row]));
                key.addAll(last.keys().get(last.ids()[row]));
                known = added(found, key);
                numbers.put(pair, known);
            }
            ids[row] = known;
        }
        return new Keyed(ids, found);
    }

    private static int added(List<List<@Nullable Object>> found, List<@Nullable Object> key) {
        found.add(key);
        return found.size() - 1;
    }

    private @Nullable Object part(Expression part, int row) {
        if (part.type() == Type.DOUBLE) {
            throw new IllegalStateException("a key with fractions: " + part.text());
        }
        if (part.type() == Type.STRING) {
            return part.string(columns, row);
        }
        long value = part.integer(columns, row);
        return value == Columns.NULL ? null : (Long) value;
    }
}
