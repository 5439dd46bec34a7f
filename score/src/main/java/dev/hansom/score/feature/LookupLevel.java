package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Block;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Key;
import dev.hansom.score.expression.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One level of a lookup: its cells, and how a row's key is made.
///
/// Threads: immutable.
final class LookupLevel {
    private static final int SALTS = 8;

    private final Key key;
    private final Cells cells;

    private LookupLevel(Key key, Cells cells) {
        this.key = key;
        this.cells = cells;
    }

    static LookupLevel of(Lookup of, Lookup.Level level, Scope scope) {
        String lookup = of.name();
        List<Expression> keys =
                level.keys().stream().map(key -> key(lookup, key, scope)).toList();
        for (Lookup.Cell cell : level.cells()) {
            check(lookup, level, cell, keys);
        }
        for (long salt = 1; salt <= SALTS; salt++) {
            Optional<Cells> cells = Cells.of(level.cells(), of.strength(), salt);
            if (cells.isPresent()) {
                return new LookupLevel(new Key(keys, salt), cells.get());
            }
        }
        throw new IllegalArgumentException("lookup " + lookup + ": a key of " + level.keys() + " is there twice");
    }

    /// The same level whose key is what `keys` makes of it.
    LookupLevel with(UnaryOperator<Key> keys) {
        return new LookupLevel(keys.apply(key), cells);
    }

    /// The value of a row for which the coarser keys say `coarser`.
    double value(Columns columns, int row, double coarser) {
        return cells.value(key.hash(columns, row), coarser);
    }

    /// The values of the rows of a block, in the place of what the coarser keys say of them.
    void values(Block block, double[] into) {
        long[] hashes = block.wholes();
        key.hashes(block, hashes);
        for (int i = 0; i < block.size(); i++) {
            into[i] = cells.value(hashes[i], into[i]);
        }
        block.free(hashes);
    }

    /// The columns of the keys.
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (Expression part : key.parts()) {
            columns.addAll(part.columns());
        }
        return columns;
    }

    private static Expression key(String lookup, String key, Scope scope) {
        Expression expression = Named.compile("lookup " + lookup, key, scope);
        if (expression.type() == Type.DOUBLE) {
            throw new ExpressionException(
                    "lookup " + lookup + ": the key " + key + " is a fraction (expected: a whole number, for example"
                            + " cast(" + key + " as int64))",
                    key,
                    0);
        }
        return expression;
    }

    private static void check(String lookup, Lookup.Level level, Lookup.Cell cell, List<Expression> keys) {
        boolean fits = cell.key().size() == keys.size();
        for (int i = 0; fits && i < keys.size(); i++) {
            Object part = cell.key().get(i);
            fits = part == null || (keys.get(i).type() == Type.STRING ? part instanceof String : part instanceof Long);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "lookup " + lookup + ": a cell that does not fit the keys " + level.keys());
        }
    }
}
