package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import org.jspecify.annotations.Nullable;

/// The arrays in which the values of a block are held, for what is the same whatever their type.
interface Held<R> {
    Held<double[]> NUMBERS = new OfNumbers();
    Held<long[]> WHOLES = new OfWholes();
    Held<@Nullable String[]> TEXTS = new OfTexts();

    R take(Block block);

    void free(Block block, R array);

    Fill<R> fill(Term term);

    /// Computes row `i` of the block alone.
    void one(Term term, Block block, R into, int i);

    /// Takes over `from` in the rows for which `branch` was chosen.
    void merge(R from, R into, int[] chosen, int branch, int rows);

    boolean isMissing(R values, int i);

    final class OfNumbers implements Held<double[]> {
        private OfNumbers() {}

        @Override
        public double[] take(Block block) {
            return block.numbers();
        }

        @Override
        public void free(Block block, double[] array) {
            block.free(array);
        }

        @Override
        public Fill<double[]> fill(Term term) {
            return term.manyNumbers();
        }

        @Override
        public void one(Term term, Block block, double[] into, int i) {
            into[i] = term.numbers().at(block.columns(), block.from() + i);
        }

        @Override
        public void merge(double[] from, double[] into, int[] chosen, int branch, int rows) {
            for (int i = 0; i < rows; i++) {
                into[i] = chosen[i] == branch ? from[i] : into[i];
            }
        }

        @Override
        public boolean isMissing(double[] values, int i) {
            return Double.isNaN(values[i]);
        }
    }

    final class OfWholes implements Held<long[]> {
        private OfWholes() {}

        @Override
        public long[] take(Block block) {
            return block.wholes();
        }

        @Override
        public void free(Block block, long[] array) {
            block.free(array);
        }

        @Override
        public Fill<long[]> fill(Term term) {
            return term.manyWholes();
        }

        @Override
        public void one(Term term, Block block, long[] into, int i) {
            into[i] = term.wholes().at(block.columns(), block.from() + i);
        }

        @Override
        public void merge(long[] from, long[] into, int[] chosen, int branch, int rows) {
            for (int i = 0; i < rows; i++) {
                into[i] = chosen[i] == branch ? from[i] : into[i];
            }
        }

        @Override
        public boolean isMissing(long[] values, int i) {
            return values[i] == NULL;
        }
    }

    final class OfTexts implements Held<@Nullable String[]> {
        private OfTexts() {}

        @Override
        public @Nullable String[] take(Block block) {
            return block.texts();
        }

        @Override
        public void free(Block block, @Nullable String[] array) {
            block.free(array);
        }

        @Override
        public Fill<@Nullable String[]> fill(Term term) {
            return term.manyTexts();
        }

        @Override
        public void one(Term term, Block block, @Nullable String[] into, int i) {
            into[i] = term.texts().at(block.columns(), block.from() + i);
        }

        @Override
        public void merge(@Nullable String[] from, @Nullable String[] into, int[] chosen, int branch, int rows) {
            for (int i = 0; i < rows; i++) {
                into[i] = chosen[i] == branch ? from[i] : into[i];
            }
        }

        @Override
        public boolean isMissing(@Nullable String[] values, int i) {
            return values[i] == null;
        }
    }
}
