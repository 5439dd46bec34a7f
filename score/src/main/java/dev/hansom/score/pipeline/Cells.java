package dev.hansom.score.pipeline;

import org.jspecify.annotations.Nullable;

/// A row on its way through the steps: numbered cells, each with a number (NaN where missing) or a text (null where
/// missing).
///
/// Threads: for one thread.
public final class Cells {
    final double[] numbers;
    final @Nullable String[] texts;
    /// Whether a step met a value that the library would have stopped at, so that the row has no answer.
    boolean refused;

    Cells(int size) {
        numbers = new double[size];
        texts = new String[size];
    }
}
