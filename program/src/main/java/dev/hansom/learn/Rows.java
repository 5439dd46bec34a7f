package dev.hansom.learn;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Labelled rows with the keys of lookups numbered once, so that many fits on parts of them are cheap.
///
/// Threads: not safe; one fit at a time.
final class Rows {
    /// A number for each row and, by number, the key it stands for.
    @SuppressWarnings("ArrayRecordComponent")
    record Keyed(int[] ids, List<List<@Nullable Object>> keys) {}

    private final Columns columns;
    private final Scope scope;
    private final Map<List<String>, Keyed> keyed = new HashMap<>();

    /// `scope` has fixed tables and definitions, but no lookups: keys are the same in every fit.
    Rows(Columns columns, Scope scope) {
        this.columns = columns;
        this.scope = scope;
    }

    Columns columns() {
        return columns;
    }

    Scope scope() {
        return scope;
    }

    Keyed keyed(List<String> keys) {
        return keyed.computeIfAbsent(keys, this::number);
    }

    private Keyed number(List<String> keys) {
        List<Expression> parts =
                keys.stream().map(key -> Expression.compile(key, scope)).toList();
        Map<List<@Nullable Object>, Integer> numbers = new HashMap<>();
        List<List<@Nullable Object>> found = new ArrayList<>();
        int[] ids = new int[columns.size()];
        for (int row = 0; row < ids.length; row++) {
            @Nullable Object[] values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = part(parts.get(i), row);
            }
            List<@Nullable Object> key = Arrays.asList(values);
            Integer known = numbers.get(key);
            if (known == null) {
                known = found.size();
                numbers.put(key, known);
                found.add(key);
            }
            ids[row] = known;
        }
        return new Keyed(ids, found);
    }

    private @Nullable Object part(Expression part, int row) {
        return switch (part.type()) {
            case STRING -> part.string(columns, row);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                long value = part.integer(columns, row);
                yield value == Columns.NULL ? null : (Long) value;
            }
            case DOUBLE -> throw new IllegalStateException("a key with fractions: " + part.text());
        };
    }
}
