package dev.hansom.score.pipeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A row on its way through the steps: numbered cells, each with a number (NaN where missing) or a text (null where
/// missing). It is used for row after row: every step writes all of its cells anew, save for those that are 1 for one
/// category and else 0, of which only the one that was 1 is cleared.
///
/// Threads: for one thread.
public final class Cells {
    final double[] numbers;
    final @Nullable String[] texts;
    /// Whether a step met a value that the library would have stopped at, so that the row has no answer.
    boolean refused;

    /// By the first cell of such a step, the cell that is 1; -1 for none.
    private final int[] lit;

    Cells(int size) {
        numbers = new double[size];
        texts = new String[size];
        lit = new int[size];
        Arrays.fill(lit, -1);
    }

    /// Makes `cell` the only one that is 1 of those from `first`; -1 makes all of them 0.
    void light(int first, int cell) {
        int before = lit[first];
        if (before >= 0) {
            numbers[before] = 0;
        }
        if (cell >= 0) {
            numbers[cell] = 1;
        }
        lit[first] = cell;
    }

    /// The cell that is 1 of those from `first`; -1 for none.
    int lit(int first) {
        return lit[first];
    }
}
