package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parser makes of a text: names not yet looked up, types not yet known. `at` is the offset in the text.
sealed interface Tree {
    int at();

    /// Itself as the compiler sees it.
    Term compile(Compiler compiler);

    /// A literal; already typed.
    record Literal(int at, Term term) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            return term;
        }
    }

    /// A column, a definition or a calculation.
    record Name(int at, String name) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            return compiler.name(this);
        }
    }

    /// A function or an operator with its arguments.
    record Call(int at, String name, List<Tree> arguments) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            return compiler.call(this);
        }
    }

    /// `CAST(value AS type)` or `value::type`.
    record Cast(int at, Tree value, Type type) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            return compiler.cast(this);
        }
    }

    /// CASE, searched or (with a subject) simple.
    record Case(
            int at,
            @Nullable Tree subject,
            List<When> whens,
            @Nullable Tree otherwise) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            return compiler.cases(this);
        }
    }

    /// `WHEN condition THEN value`.
    record When(Tree condition, Tree value) {}

    /// `INTERVAL 3 MONTH`: calendar months and fixed microseconds; only to be added to or taken from a time.
    record Interval(int at, long months, long micros) implements Tree {
        @Override
        public Term compile(Compiler compiler) {
            throw compiler.interval(this);
        }
    }
}
