package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Calculation;
import dev.hansom.score.expression.Scope;
import java.util.Set;

/// A [Lookup] with its key expressions compiled in a scope and its cells in a hash table.
///
/// Threads: immutable.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "ArrayRecordComponent"})
public final class BoundLookup implements Calculation {
    public BoundLookup(Lookup lookup, Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double number(Columns columns, int row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> columns() {
        throw new UnsupportedOperationException();
    }
}
