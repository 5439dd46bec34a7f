package dev.hansom.score.kernel;

/// How a node of a tree is packed into one 64-bit word, and a row into int keys, so that one step down a
/// tree needs no branch.
///
/// A key is a float32 as an int of the same order. A row has two keys for each feature: where it is missing,
/// the lowest in the first and the highest in the second, so that the key's place in the row decides where a
/// missing value goes. One more key at the end is the lowest of all. A word holds, from the high end: 32
/// bits, the threshold's key less one (split) or the float32 itself (leaf); the place of the key it is
/// compared with (leaf: the last, to which nothing is below); the distance to its left child (leaf: 0, so
/// that a step stays). A step goes right where the high half is less than the key.
/// Threads: immutable.
final class Words {
    final int shift;
    final int mask;
    private final int last;

    /// For rows of `width` features.
    Words(int width) {
        last = 2 * width;
        shift = Integer.numberOfLeadingZeros(Math.max(1, last));
        mask = (1 << shift) - 1;
    }

    /// How many keys a row has.
    int keys() {
        return last + 1;
    }

    /// The word of a node.
    long pack(Tree tree, int node) {
        if (tree.isLeaf(node)) {
            return word(Float.floatToRawIntBits((float) tree.value(node)), last, 0);
        }
        int distance = tree.left(node) - node;
        if (tree.split(node) >= last || distance > mask) {
            throw new IllegalArgumentException("a split on feature " + tree.feature(node) + " whose child is "
                    + distance + " nodes away (expected: feature < " + last / 2 + ", child within " + mask + ")");
        }
        return word(key((float) tree.value(node)) - 1, tree.split(node), distance);
    }

    /// Writes the keys of a row.
    void keys(float[] features, int offset, int[] into, int from) {
        int to = from;
        for (int i = 0; i < last >> 1; i++) {
            float x = features[offset + i];
            int key = key(x);
            into[to] = Float.isNaN(x) ? Integer.MIN_VALUE : key;
            into[to + 1] = Float.isNaN(x) ? Integer.MAX_VALUE : key;
            to += 2;
        }
        into[to] = Integer.MIN_VALUE;
    }

    /// As with float32 features.
    void keys(double[] features, int offset, int[] into, int from) {
        int to = from;
        for (int i = 0; i < last >> 1; i++) {
            float x = (float) features[offset + i];
            int key = key(x);
            into[to] = Float.isNaN(x) ? Integer.MIN_VALUE : key;
            into[to + 1] = Float.isNaN(x) ? Integer.MAX_VALUE : key;
            to += 2;
        }
        into[to] = Integer.MIN_VALUE;
    }

    private long word(int high, int place, int distance) {
        return ((long) high << 32) | (((place << shift) | distance) & 0xffff_ffffL);
    }

    /// Adding zero makes one zero of the two.
    private static int key(float x) {
        int bits = Float.floatToRawIntBits(x + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
