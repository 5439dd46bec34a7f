package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scalar expression in a subset of SQL: typed, null-aware, compiled once, evaluated for a row of a chunk and
/// for a row online by the same object.
///
/// Evaluation never throws for any value of a row: out of domain is missing.
/// Threads: immutable.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public final class Expression {
    private Expression() {}

    /// Compiles `text` in `scope`. Errors: [ExpressionException] with position, caret and nearest name.
    public static Expression compile(String text, Scope scope) {
        throw new UnsupportedOperationException();
    }

    /// The text it was compiled from.
    public String text() {
        throw new UnsupportedOperationException();
    }

    /// The type of the answer.
    public Type type() {
        throw new UnsupportedOperationException();
    }

    /// The columns of the scope's schema that it reads, through definitions, lookups and tables too.
    public Set<String> columns() {
        throw new UnsupportedOperationException();
    }

    /// The names of definitions, lookups and tables it mentions itself (not transitively).
    public Set<String> names() {
        throw new UnsupportedOperationException();
    }

    /// The answer as a number (DOUBLE, or INT64 widened); NaN where missing.
    public double number(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    /// The answer of an expression whose type is held in a long; [Columns#NULL] where missing.
    public long integer(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    /// The answer of a STRING expression; null where missing.
    public @Nullable String string(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    /// Whether a BOOLEAN expression is true (missing is not true).
    public boolean holds(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    /// The expression printed from the tree as DuckDB SQL; user text is never pasted. Column names are quoted.
    public String sql() {
        throw new UnsupportedOperationException();
    }
}
