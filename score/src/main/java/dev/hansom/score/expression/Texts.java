package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import org.jspecify.annotations.Nullable;

/// What computes a STRING for a row; null where missing.
interface Texts {
    /// Longer text is missing, so that no expression can fill the memory.
    int LENGTH_AT_MOST = 1 << 20;

    @Nullable
    String at(Columns columns, int row);
}
