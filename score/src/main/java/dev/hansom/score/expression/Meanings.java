package dev.hansom.score.expression;

import dev.hansom.score.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the names that an expression uses become in its term.
interface Meanings {
    Term column(Schema schema, String name);

    Term definition(String name, Expression definition);

    Term calculation(String name, Calculation calculation);

    /// `term`, compiled of a call of `name` with these arguments, or what stands for it.
    Term call(String name, List<Term> arguments, Term term);

    /// What is compiled from now on is only computed for some rows (`step` is 1), or is no longer (-1).
    void branch(int step);

    /// Whether all that is used is wanted, each time it is used.
    boolean counts();

    /// Columns are read and definitions put in where they are used; what is written twice is one term.
    final class InPlace implements Meanings {
        private final Map<Object, Term> terms = new HashMap<>();

        private record CallOf(String name, List<Object> arguments) {}

        @Override
        public Term column(Schema schema, String name) {
            return terms.computeIfAbsent(name, key -> Leaves.column(schema, name));
        }

        @Override
        public Term definition(String name, Expression definition) {
            return definition.term();
        }

        @Override
        public Term calculation(String name, Calculation calculation) {
            return Leaves.calculation(name, calculation);
        }

        @Override
        public Term call(String name, List<Term> arguments, Term term) {
            List<Object> parts = arguments.stream()
                    .<Object>map(each -> each.isConstant() ? each.sql() : each)
                    .toList();
            Term known = terms.putIfAbsent(new CallOf(name, parts), term);
            return known == null ? term : known;
        }

        @Override
        public void branch(int step) {}

        @Override
        public boolean counts() {
            return false;
        }
    }
}
