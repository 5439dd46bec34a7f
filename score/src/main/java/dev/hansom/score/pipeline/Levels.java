package dev.hansom.score.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The categories of a column, all texts or all numbers, each with its place; a missing value may be one of them.
///
/// Threads: immutable.
public final class Levels {
    private final Map<Object, Integer> places = new HashMap<>();
    private final boolean text;
    private final int size;
    private int missing = -1;

    /// `values`: texts, numbers, null for None. Errors: texts beside numbers are an [IllegalArgumentException].
    public Levels(List<? extends @Nullable Object> values) {
        text = values.stream().anyMatch(String.class::isInstance);
        size = values.size();
        for (int i = 0; i < size; i++) {
            Object value = values.get(i);
            if (value == null || value.equals(Double.NaN)) {
                missing = missing < 0 ? i : missing;
            } else if (value instanceof String == text) {
                places.putIfAbsent(value instanceof Double number ? (Object) (number + 0.0) : value, i);
            } else {
                throw new IllegalArgumentException("categories of texts and numbers (expected: of one kind)");
            }
        }
    }

    /// Whether they are texts.
    public boolean isText() {
        return text;
    }

    /// How many.
    public int size() {
        return size;
    }

    /// The place of a missing value, or -1.
    public int missing() {
        return missing;
    }

    /// The place of what stands in a cell, or -1.
    int place(Cells cells, int cell) {
        if (text) {
            String value = cells.texts[cell];
            return value == null ? missing : places.getOrDefault(value, -1);
        }
        double value = cells.numbers[cell];
        return Double.isNaN(value) ? missing : places.getOrDefault(value + 0.0, -1);
    }
}
