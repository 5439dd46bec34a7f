package dev.hansom.score.feature;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One level of a lookup: an open-addressing table from the hash of a key to its statistic and its weight.
///
/// The table holds four longs a slot, side by side: the hash (0 where the slot is free), the bits of
/// `count * statistic / (count + strength)`, the bits of the weight of the coarser value,
/// `strength / (count + strength)`, and nothing.
/// Threads: immutable.
final class LookupLevel {
    private static final int SALTS = 8;
    private static final int STRIDE = 4;

    private final Expression[] keys;
    private final boolean[] text;
    private final long salt;
    private final long[] slots;

    private LookupLevel(Expression[] keys, boolean[] text, long salt, long[] slots) {
        this.keys = keys;
        this.text = text;
        this.salt = salt;
        this.slots = slots;
    }

    static LookupLevel of(Lookup of, Lookup.Level level, Scope scope) {
        String lookup = of.name();
        Expression[] keys =
                level.keys().stream().map(key -> key(lookup, key, scope)).toArray(Expression[]::new);
        boolean[] text = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            text[i] = keys[i].type() == Type.STRING;
        }
        for (Lookup.Cell cell : level.cells()) {
            check(lookup, level, cell, text);
        }
        for (long salt = 1; salt <= SALTS; salt++) {
            long[] slots = slots(level.cells(), of.strength(), salt);
            if (slots.length > 0) {
                return new LookupLevel(keys, text, salt, slots);
            }
        }
        throw new IllegalArgumentException("lookup " + lookup + ": a key of " + level.keys() + " is there twice");
    }

    /// The slot of the row's key, or -1.
    int find(Columns columns, int row) {
        long hash = salt;
        for (int i = 0; i < keys.length; i++) {
            hash = text[i]
                    ? KeyHash.with(hash, keys[i].string(columns, row))
                    : KeyHash.with(hash, keys[i].integer(columns, row));
        }
        return find(slots, KeyHash.taken(hash));
    }

    /// The value of a slot where the coarser keys say `coarser`.
    double value(int slot, double coarser) {
        double weight = Double.longBitsToDouble(slots[slot + 2]);
        return Double.longBitsToDouble(slots[slot + 1]) + (weight == 0 ? 0 : weight * coarser);
    }

    /// The columns of the keys.
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (Expression key : keys) {
            columns.addAll(key.columns());
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
            long hash = hash(cell, salt);
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

    private static long hash(Lookup.Cell cell, long salt) {
        long hash = salt;
        for (Object part : cell.key()) {
            hash = part instanceof String string ? KeyHash.with(hash, string) : KeyHash.with(hash, integer(part));
        }
        return KeyHash.taken(hash);
    }

    private static long integer(@Nullable Object part) {
        return part instanceof Long number ? number : Columns.NULL;
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

    private static void check(String lookup, Lookup.Level level, Lookup.Cell cell, boolean[] text) {
        boolean fits = cell.key().size() == text.length;
        for (int i = 0; fits && i < text.length; i++) {
            Object part = cell.key().get(i);
            fits = part == null || (text[i] ? part instanceof String : part instanceof Long);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "lookup " + lookup + ": a cell that does not fit the keys " + level.keys());
        }
    }
}
