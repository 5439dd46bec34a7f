package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Scope;
import java.util.List;

/// Features compiled in a scope: the only place where a feature is computed, in training and online.
///
/// Threads: immutable.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public final class Encoder {
    public Encoder(Scope scope, List<Feature> features) {
        throw new UnsupportedOperationException();
    }

    public List<String> names() {
        throw new UnsupportedOperationException();
    }
    /// Writes the features of row `row` to `into` from `offset`; a missing one is NaN.
    public void encode(Columns columns, int row, float[] into, int offset) {
        throw new UnsupportedOperationException();
    }
    /// The features of all rows, row after row.
    public float[] encode(Columns columns) {
        throw new UnsupportedOperationException();
    }
}
