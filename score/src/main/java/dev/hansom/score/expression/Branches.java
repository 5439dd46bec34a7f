package dev.hansom.score.expression;

import java.util.List;

/// One of several values for each row of a block. What few rows ask for is computed for these rows alone, so that a
/// dear branch costs what it costs row by row.
final class Branches {
    /// A fourth of the rows are worth a block.
    private static final int FEW = 4;

    private Branches() {}

    /// The value that is chosen; the last is the ELSE.
    static <R> Fill<R> first(Held<R> held, Choice choice, List<Term> values) {
        return (block, into) -> {
            int[] chosen = block.places();
            int[] counts = new int[values.size()];
            choice.many(block, chosen, counts);
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

    /// Whether `count` rows are better computed one by one than with their block.
    static boolean areFew(int count, Block block) {
        return count * FEW < block.size();
    }

    /// Computes the value of the `count` rows for which `branch` was chosen.
    private static <R> void take(Held<R> held, Term value, Block block, int[] chosen, int branch, int count, R into) {
        if (count == block.size()) {
            held.fill(value).into(block, into);
        } else if (!areFew(count, block) || (count > 0 && value.isConstant())) {
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
