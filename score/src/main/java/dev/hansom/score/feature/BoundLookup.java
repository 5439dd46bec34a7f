package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Block;
import dev.hansom.score.expression.Calculation;
import dev.hansom.score.expression.Key;
import dev.hansom.score.expression.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    private BoundLookup(BoundLookup other, UnaryOperator<Key> keys) {
        levels = Arrays.stream(other.levels).map(level -> level.with(keys)).toArray(LookupLevel[]::new);
        overall = other.overall;
        columns = other.columns;
    }

    @Override
    public double number(Columns columns, int row) {
        double value = overall;
        for (int i = levels.length - 1; i >= 0; i--) {
            value = levels[i].value(columns, row, value);
        }
        return value;
    }

    @Override
    public void numbers(Block block, double[] into) {
        Arrays.fill(into, 0, block.size(), overall);
        for (int i = levels.length - 1; i >= 0; i--) {
            levels[i].values(block, into);
        }
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public Optional<Calculation> with(UnaryOperator<Key> keys) {
        return Optional.of(new BoundLookup(this, keys));
    }
}
