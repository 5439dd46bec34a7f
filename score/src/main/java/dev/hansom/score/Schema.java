package dev.hansom.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Named, typed columns in order: what rows look like.
///
/// Errors: a repeated or empty name is an [IllegalArgumentException].
/// Threads: immutable.
public final class Schema {
    /// One column: its name and type.
    public record Column(String name, Type type) {
        public Column {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            if (name.isBlank()) {
                throw new IllegalArgumentException("a column without a name");
            }
        }
    }

    private final List<Column> columns;
    private final Type[] types;
    private final Map<String, Integer> indexes = new HashMap<>();

    /// A schema of `columns` in this order.
    public Schema(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.types = this.columns.stream().map(Column::type).toArray(Type[]::new);
        for (int i = 0; i < this.columns.size(); i++) {
            String name = this.columns.get(i).name();
            if (indexes.put(name, i) != null) {
                throw new IllegalArgumentException("column " + name + " is there twice");
            }
        }
    }

    /// The columns in order; immutable.
    public List<Column> columns() {
        return columns;
    }

    /// How many columns.
    public int size() {
        return columns.size();
    }

    /// The name of column `index`.
    public String name(int index) {
        return columns.get(index).name();
    }

    /// The type of column `index`.
    public Type type(int index) {
        return types[index];
    }

    /// Where column `name` stands, or -1.
    public int index(String name) {
        return indexes.getOrDefault(name, -1);
    }

    /// The names in order.
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// This schema with one more column at the end.
    public Schema with(String name, Type type) {
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column(name, type));
        return new Schema(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema && columns.equals(schema.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
