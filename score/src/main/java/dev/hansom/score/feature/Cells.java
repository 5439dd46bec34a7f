package dev.hansom.score.feature;

import dev.hansom.score.expression.Key;
import java.util.List;
import java.util.Optional;

/// The cells of one level of a lookup: an open-addressing table from the hash of a key to what its cell adds.
///
/// Hashes stand by themselves (0 where a slot is free), so that looking for a key that is not there reads little
/// memory. A slot's two numbers are `count * statistic / (count + strength)` and the weight of the coarser value,
/// `strength / (count + strength)`.
/// Threads: immutable.
final class Cells {
    private final long[] hashes;
    private final double[] values;

    private Cells(int slots) {
        hashes = new long[slots];
        values = new double[Math.multiplyExact(2, slots)];
    }

    /// The table; empty where two keys collide.
    static Optional<Cells> of(List<Lookup.Cell> cells, double strength, long salt) {
        Cells all = new Cells(Math.multiplyExact(4, Integer.highestOneBit(Math.max(1, cells.size()))));
        for (Lookup.Cell cell : cells) {
            if (!all.add(Key.hash(cell.key(), salt), cell, strength)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private boolean add(long hash, Lookup.Cell cell, double strength) {
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            return false;
        }
        double rows = cell.count() + strength;
        hashes[slot] = hash;
        values[2 * slot] = cell.count() * cell.statistic() / rows;
        values[2 * slot + 1] = strength / rows;
        return true;
    }

    /// The value of a key for which the coarser keys say `coarser`.
    double value(long hash, double coarser) {
        int slot = slot(hash);
        if (hashes[slot] != hash) {
            return coarser;
        }
        double weight = values[2 * slot + 1];
        return values[2 * slot] + (weight == 0 ? 0 : weight * coarser);
    }

    /// Where a hash stands, or would stand.
    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != hash && hashes[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
