package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.Arrays;
import java.util.List;

/// A choice between any conditions: computed one after another, as far as needed.
final class InTurn implements Choice {
    private final List<Term> conditions;
    private final Wholes[] tests;

    InTurn(List<Term> conditions) {
        this.conditions = conditions;
        this.tests = conditions.stream().map(Term::wholes).toArray(Wholes[]::new);
    }

    @Override
    public int one(Columns columns, int row) {
        int i = 0;
        while (i < tests.length && tests[i].at(columns, row) != 1) {
            i++;
        }
        return i;
    }

    @Override
    public void many(Block block, int[] chosen, int[] counts) {
        int none = tests.length;
        int open = block.size();
        Arrays.fill(chosen, 0, open, none);
        for (int i = 0; i < none && open > 0; i++) {
            int found = Branches.areFew(open, block) ? few(block, i, chosen) : all(block, i, chosen);
            counts[i] += found;
            open -= found;
        }
        counts[none] += open;
    }

    private int all(Block block, int condition, int[] chosen) {
        long[] truths = block.wholes();
        conditions.get(condition).manyWholes().into(block, truths);
        int count = 0;
        for (int row = 0; row < block.size(); row++) {
            if (chosen[row] == tests.length && truths[row] == 1) {
                chosen[row] = condition;
                count++;
            }
        }
        block.free(truths);
        return count;
    }

    private int few(Block block, int condition, int[] chosen) {
        Wholes test = tests[condition];
        int count = 0;
        for (int row = 0; row < block.size(); row++) {
            if (chosen[row] == tests.length && test.at(block.columns(), block.from() + row) == 1) {
                chosen[row] = condition;
                count++;
            }
        }
        return count;
    }
}
