package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Calculation;
import dev.hansom.score.expression.Scope;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A [Lookup] with its key expressions compiled in a scope and its cells in a hash table for each level.
///
/// A missing key part is a value like any other. Keys are told apart by 64 mixed bits: known keys never collide (that
/// is checked), and an unknown key is taken for a known one once in 2^64 for each cell.
/// Threads: immutable.
public final class BoundLookup implements Calculation {
    private final LookupLevel[] levels;
    private final double overall;
    private final Set<String> columns;

    /// Errors: a key expression that does not compile or is a fraction is an `ExpressionException`; a cell that does
    /// not
    /// fit its keys, or is there twice, an [IllegalArgumentException]. Both name the lookup.
    public BoundLookup(Lookup lookup, Scope scope) {
        List<LookupLevel> bound = lookup.levels().stream()
                .map(level -> LookupLevel.of(lookup, level, scope))
                .toList();
        Set<String> read = new LinkedHashSet<>();
        bound.forEach(level -> read.addAll(level.columns()));
        levels = bound.toArray(new LookupLevel[0]);
        overall = lookup.overall();
        columns = Collections.unmodifiableSet(read);
    }

    @Override
    public double number(Columns columns, int row) {
        double value = overall;
        for (int i = levels.length - 1; i >= 0; i--) {
            int slot = levels[i].find(columns, row);
            if (slot >= 0) {
                value = levels[i].value(slot, value);
            }
        }
        return value;
    }

    @Override
    public Set<String> columns() {
        return columns;
    }
}
