package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scalar expression in a subset of SQL: typed, null-aware, compiled once, evaluated for a row of a chunk and
/// for a row online by the same object.
///
/// The language is described in `docs/expressions.md`.
/// Evaluation never throws for any value of a row: out of domain is missing. The columns given must begin with the
/// columns of the scope's schema.
/// Threads: immutable.
public final class Expression {
    private final String text;
    private final Scope scope;
    private final Tree tree;
    private final Term term;
    private final Set<String> columns;
    private final Set<String> names;
    private final Numbers numbers;

    private Expression(String text, Scope scope, Tree tree, Compiler compiler) {
        this.text = text;
        this.scope = scope;
        this.tree = tree;
        this.term = typed(compiler.term(tree));
        this.columns = Collections.unmodifiableSet(new LinkedHashSet<>(compiler.columns()));
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(compiler.names()));
        this.numbers = widened(term).numbers();
    }

    /// Compiles `text` in `scope`. Errors: [ExpressionException] with position, caret and nearest name.
    public static Expression compile(String text, Scope scope) {
        return new Expression(text, scope, Parser.tree(text), new Compiler(text, scope, new Meanings.InPlace()));
    }

    private static Term typed(Term term) {
        return term.isMissing() ? Coercion.to(Type.DOUBLE, term) : term;
    }

    /// The words of the language, in small letters: no name unless it stands in double quotes.
    public static Set<String> keywords() {
        return Parser.KEYWORDS;
    }

    /// What [#number] answers.
    static Term widened(Term term) {
        return switch (term.type()) {
            case DOUBLE, INT64, BOOLEAN -> Casts.cast(term, Type.DOUBLE);
            case STRING, TIMESTAMP, DATE ->
                Term.number(List.of(), Term.ANY_NUMBER, term::sql, (columns, row) -> {
                    throw new IllegalStateException("the expression answers " + term.type() + ", not a number");
                });
        };
    }

    /// The text it was compiled from.
    public String text() {
        return text;
    }

    /// The type of the answer.
    public Type type() {
        return term.type();
    }

    /// The columns of the scope's schema that it reads, through definitions, lookups and tables too.
    public Set<String> columns() {
        return columns;
    }

    /// The names of definitions, lookups and tables it mentions itself (not transitively).
    public Set<String> names() {
        return names;
    }

    /// The answer as a number (DOUBLE, INT64 widened, BOOLEAN as 0 and 1); NaN where missing.
    ///
    /// Errors: [IllegalStateException] for another type.
    public double number(Columns columns, int row) {
        return numbers.at(columns, row);
    }

    /// The answer of an expression whose type is held in a long; [Columns#NULL] where missing.
    ///
    /// Errors: [IllegalStateException] for another type.
    public long integer(Columns columns, int row) {
        return term.wholes().at(columns, row);
    }

    /// The answer of a STRING expression; null where missing.
    ///
    /// Errors: [IllegalStateException] for another type.
    public @Nullable String string(Columns columns, int row) {
        return term.texts().at(columns, row);
    }

    /// Whether a BOOLEAN expression is true (missing is not true).
    ///
    /// Errors: [IllegalStateException] for another type.
    public boolean holds(Columns columns, int row) {
        if (term.type() != Type.BOOLEAN) {
            throw new IllegalStateException("the expression answers " + term.type() + ", not a BOOLEAN");
        }
        return term.wholes().at(columns, row) == 1;
    }

    /// The expression printed from the tree as DuckDB SQL; user text is never pasted. Column names are quoted.
    ///
    /// Errors: [IllegalStateException] if it uses a lookup, which has no SQL.
    public String sql() {
        return term.sql();
    }

    /// What it is with definitions put in.
    Term term() {
        return term;
    }

    /// The same where names mean what `meanings` says.
    Term term(Meanings meanings) {
        return typed(new Compiler(text, scope, meanings).term(tree));
    }

    /// The name in the scope, a column or another, that it is and nothing more; else empty.
    Optional<String> alias() {
        return tree instanceof Tree.Name name ? new Names(scope).find(name.name(), text, name.at()) : Optional.empty();
    }
}
