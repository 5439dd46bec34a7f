package dev.hansom.score.expression;

import dev.hansom.score.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names that an expression may use: the columns of a schema, definitions (named expressions), calculations
/// (lookups) and tables. A later name may use earlier ones; a name stands for one thing.
///
/// Errors: defining a name twice, or a table named like a function, is an [IllegalArgumentException].
/// Threads: immutable; `with…` returns a wider scope.
public final class Scope {
    private final Schema schema;
    private final Map<String, Object> names;

    private Scope(Schema schema, Map<String, Object> names) {
        this.schema = schema;
        this.names = names;
    }

    /// The columns of `schema` and nothing else.
    public static Scope of(Schema schema) {
        return new Scope(schema, Map.of());
    }

    /// This scope and `name` for an expression compiled in it.
    public Scope with(String name, Expression expression) {
        return wider(name, expression);
    }

    /// This scope and `name` for a calculation.
    public Scope with(String name, Calculation calculation) {
        return wider(name, calculation);
    }

    /// This scope and `name` for an expression compiled in it, if no name is like it in any case; else this scope.
    public Scope withIfFree(String name, Expression expression) {
        boolean taken = schema.names().stream().anyMatch(name::equalsIgnoreCase)
                || names.keySet().stream().anyMatch(name::equalsIgnoreCase);
        return taken ? this : with(name, expression);
    }

    /// This scope and a table.
    public Scope with(Table table) {
        if (Functions.isNamed(table.name())) {
            throw new IllegalArgumentException("a table cannot be named like the function " + table.name());
        }
        return wider(table.name(), table);
    }

    /// The columns.
    public Schema schema() {
        return schema;
    }

    Map<String, Object> names() {
        return names;
    }

    private Scope wider(String name, Object meaning) {
        if (names.containsKey(name) || schema.index(name) >= 0) {
            throw new IllegalArgumentException("the name " + name + " is taken");
        }
        Map<String, Object> more = new LinkedHashMap<>(names);
        more.put(name, meaning);
        return new Scope(schema, more);
    }
}
