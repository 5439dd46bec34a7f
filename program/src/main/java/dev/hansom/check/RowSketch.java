package dev.hansom.check;

/// Which rows have been there before, in memory that does not grow: every row counts while there are at most [#MOST]
/// distinct ones, then every second, every fourth by its hash, each standing for as many.
///
/// Rows are known by 64 bits of hash: among a million rows a false repetition is expected once in 40 million data sets.
final class RowSketch {
    static final int MOST = 1 << 21;
    private static final int FIRST_SLOTS = 1 << 12;

    private long[] keys = new long[FIRST_SLOTS];
    private byte[] marks = new byte[FIRST_SLOTS];
    private int size;
    private int halvings;
    private byte found;

    /// Remembers a row with its mark, from 1 to 127. Returns how many rows it stands for if it was there before, else
    /// 0.
    long add(long hash, byte mark) {
        if ((hash & ((1L << halvings) - 1)) != 0) {
            return 0;
        }
        int slot = slot(keys, marks, hash);
        if (marks[slot] != 0) {
            found = marks[slot];
            return 1L << halvings;
        }
        keys[slot] = hash;
        marks[slot] = mark;
        size++;
        if (size * 2 > keys.length) {
            if (keys.length < 2 * MOST) {
                rebuild(keys.length * 2);
            } else {
                halvings++;
                rebuild(keys.length);
            }
        }
        return 0;
    }

    /// The mark of the row that the last repetition repeated.
    byte found() {
        return found;
    }

    /// Whether counts are estimates.
    boolean isThinned() {
        return halvings > 0;
    }

    private void rebuild(int slots) {
        long[] freshKeys = new long[slots];
        byte[] freshMarks = new byte[slots];
        size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (marks[i] != 0 && (keys[i] & ((1L << halvings) - 1)) == 0) {
                int slot = slot(freshKeys, freshMarks, keys[i]);
                freshKeys[slot] = keys[i];
                freshMarks[slot] = marks[i];
                size++;
            }
        }
        keys = freshKeys;
        marks = freshMarks;
    }

    private static int slot(long[] keys, byte[] marks, long hash) {
        int slot = (int) (Mix.of(hash ^ Mix.MISSING) & (keys.length - 1));
        while (marks[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
