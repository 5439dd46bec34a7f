package dev.hansom.score.expression;

import java.util.Arrays;
import java.util.List;

/// One of several values for each row of a block. What few rows ask for is computed for these rows alone, so that a
/// dear branch costs what it costs row by row.
final class Branches {
    /// A fourth of the rows are worth a block.
    private static final int FEW = 4;

    private Branches() {}

    /// The value of the first test that is true; `values` has one more than `tests`, the ELSE.
    static <R> Fill<R> first(Held<R> held, List<Term> tests, List<Term> values) {
        return (block, into) -> {
            int[] chosen = block.places();
            int[] counts = new int[values.size()];
            choose(block, tests, chosen, counts);
            for (int branch = 0; branch < counts.length; branch++) {
                take(held, values.get(branch), block, chosen, branch, counts[branch], into);
            }
            block.free(chosen);
        };
    }

    /// The first value that is not missing.
    static <R> Fill<R> known(Held<R> held, List<Term> values) {
        return (block, into) -> {
            int[] chosen = block.places();
            held.fill(values.get(0)).into(block, into);
            for (int i = 1; i < values.size(); i++) {
                int open = 0;
                for (int row = 0; row < block.size(); row++) {
                    chosen[row] = held.isMissing(into, row) ? 1 : 0;
                    open += chosen[row];
                }
                take(held, values.get(i), block, chosen, 1, open, into);
            }
            block.free(chosen);
        };
    }

    private static void choose(Block block, List<Term> tests, int[] chosen, int[] counts) {
        int last = tests.size();
        int open = block.size();
        Arrays.fill(chosen, 0, open, last);
        for (int branch = 0; branch < last && open > 0; branch++) {
            counts[branch] = open * FEW < block.size()
                    ? chooseFew(block, tests.get(branch).wholes(), chosen, branch, last)
                    : choose(block, tests.get(branch).manyWholes(), chosen, branch, last);
            open -= counts[branch];
        }
        counts[last] = open;
    }

    private static int choose(Block block, Fill<long[]> test, int[] chosen, int branch, int last) {
        long[] truths = block.wholes();
        test.into(block, truths);
        int count = 0;
        for (int row = 0; row < block.size(); row++) {
            if (chosen[row] == last && truths[row] == 1) {
                chosen[row] = branch;
                count++;
            }
        }
        block.free(truths);
        return count;
    }

    private static int chooseFew(Block block, Wholes test, int[] chosen, int branch, int last) {
        int count = 0;
        for (int row = 0; row < block.size(); row++) {
            if (chosen[row] == last && test.at(block.columns(), block.from() + row) == 1) {
                chosen[row] = branch;
                count++;
            }
        }
        return count;
    }

    /// Computes the value of the `count` rows for which `branch` was chosen.
    private static <R> void take(Held<R> held, Term value, Block block, int[] chosen, int branch, int count, R into) {
        if (count == block.size()) {
            held.fill(value).into(block, into);
        } else if (count * FEW >= block.size() || (count > 0 && value.isConstant())) {
            R each = held.take(block);
            held.fill(value).into(block, each);
            held.merge(each, into, chosen, branch, block.size());
            held.free(block, each);
        } else if (count > 0) {
            for (int row = 0; row < block.size(); row++) {
                if (chosen[row] == branch) {
                    held.one(value, block, into, row);
                }
            }
        }
    }
}
