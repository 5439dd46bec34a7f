package dev.hansom.score.feature;

import dev.hansom.score.Schema;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.expression.Table;
import java.util.List;

/// The names that a rule or a feature may use beside the fields: fixed tables, definitions, lookups, in this order.
///
/// Threads: immutable.
public record Vocabulary(List<Table> tables, List<Definition> definitions, List<Lookup> lookups) {
    public Vocabulary {
        tables = List.copyOf(tables);
        definitions = List.copyOf(definitions);
        lookups = List.copyOf(lookups);
    }

    /// All of it compiled over the fields of `schema`; later definitions see earlier ones, lookups see all definitions
    /// and earlier lookups.
    /// Errors: what does not compile is an `ExpressionException` that names it.
    public Scope scope(Schema schema) {
        Scope scope = Scope.of(schema);
        for (Table table : tables) {
            scope = scope.with(table);
        }
        for (Definition definition : definitions) {
            String what = "definition " + definition.name();
            scope = scope.with(definition.name(), Named.compile(what, definition.expression(), scope));
        }
        for (Lookup lookup : lookups) {
            scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
        }
        return scope;
    }
}
