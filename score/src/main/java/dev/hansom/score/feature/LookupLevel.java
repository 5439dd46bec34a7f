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
import java.util.Set;
import java.util.function.UnaryOperator;

/// One level of a lookup: an open-addressing table from the hash of a key to its statistic and its weight.
///
/// The table holds four longs a slot, side by side: the hash (0 where the slot is free), the bits of
/// `count * statistic / (count + strength)`, the bits of the weight of the coarser value,
/// `strength / (count + strength)`, and nothing.
/// Threads: immutable.
final class LookupLevel {
    private static final int SALTS = 8;
    private static final int STRIDE = 4;

    private final Key key;
    private final long[] slots;

    private LookupLevel(Key key, long[] slots) {
        this.key = key;
        this.slots = slots;
    }

    static LookupLevel of(Lookup of, Lookup.Level level, Scope scope) {
        String lookup = of.name();
        List<Expression> keys =
                level.keys().stream().map(key -> key(lookup, key, scope)).toList();
        for (Lookup.Cell cell : level.cells()) {
            check(lookup, level, cell, keys);
        }
        for (long salt = 1; salt <= SALTS; salt++) {
            long[] slots = slots(level.cells(), of.strength(), salt);
            if (slots.length > 0) {
                return new LookupLevel(new Key(keys, salt), slots);
            }
        }
        throw new IllegalArgumentException("lookup " + lookup + ": a key of " + level.keys() + " is there twice");
    }

    /// The same level whose key is what `keys` makes of it.
    LookupLevel with(UnaryOperator<Key> keys) {
        return new LookupLevel(keys.apply(key), slots);
    }

    /// The value of a row for which the coarser keys say `coarser`.
    double value(Columns columns, int row, double coarser) {
        return value(find(slots, key.hash(columns, row)), coarser);
    }

    /// The values of the rows of a block, in the place of what the coarser keys say of them.
    void values(Block block, double[] into) {
        long[] hashes = block.wholes();
        key.hashes(block, hashes);
        for (int i = 0; i < block.size(); i++) {
            into[i] = value(find(slots, hashes[i]), into[i]);
        }
        block.free(hashes);
    }

    private double value(int slot, double coarser) {
        if (slot < 0) {
            return coarser;
        }
        double weight = Double.longBitsToDouble(slots[slot + 2]);
        return Double.longBitsToDouble(slots[slot + 1]) + (weight == 0 ? 0 : weight * coarser);
    }

    /// The columns of the keys.
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (Expression part : key.parts()) {
            columns.addAll(part.columns());
        }
        return columns;
    }

    private static int find(long[] slots, long hash) {
        int mask = slots.length - STRIDE;
        int slot = (int) (hash << 2) & mask;
        while (true) {
            long there = slots[slot];
            if (there == hash) {
                return slot;
            }
            if (there == 0) {
                return -1;
            }
            slot = (slot + STRIDE) & mask;
        }
    }

    /// The table; empty where two keys collide.
    private static long[] slots(List<Lookup.Cell> cells, double strength, long salt) {
        int room = Integer.highestOneBit(Math.max(1, cells.size())) * 4;
        long[] slots = new long[Math.multiplyExact(STRIDE, room)];
        int mask = slots.length - STRIDE;
        for (Lookup.Cell cell : cells) {
            long hash = Key.hash(cell.key(), salt);
            if (find(slots, hash) >= 0) {
                return new long[0];
            }
            int slot = (int) (hash << 2) & mask;
            while (slots[slot] != 0) {
                slot = (slot + STRIDE) & mask;
            }
            double rows = cell.count() + strength;
            slots[slot] = hash;
            slots[slot + 1] = Double.doubleToRawLongBits(cell.count() * cell.statistic() / rows);
            slots[slot + 2] = Double.doubleToRawLongBits(strength / rows);
        }
        return slots;
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
