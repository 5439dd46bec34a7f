package dev.hansom.score.expression;

import dev.hansom.score.Schema;
import java.util.List;

/// What the names that an expression uses become in its term.
interface Meanings {
    /// Columns are read and definitions put in where they are used.
    Meanings IN_PLACE = new InPlace();

    Term column(Schema schema, String name);

    Term definition(String name, Expression definition);

    Term calculation(String name, Calculation calculation);

    /// `term`, compiled of a call of `name` with these arguments, or what stands for it.
    Term call(String name, List<Term> arguments, Term term);

    /// What is compiled from now on is only computed for some rows (`step` is 1), or is no longer (-1).
    void branch(int step);

    /// Whether all that is used is wanted, each time it is used.
    boolean counts();

    final class InPlace implements Meanings {
        private InPlace() {}

        @Override
        public Term column(Schema schema, String name) {
            return Leaves.column(schema, name);
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
            return term;
        }

        @Override
        public void branch(int step) {}

        @Override
        public boolean counts() {
            return false;
        }
    }
}
