package dev.hansom.score.kernel;

import java.util.Arrays;

/// How a node of a tree is packed into one 64-bit word, and a row into int keys, so that one step down a
/// tree needs no branch.
///
/// A key is a float32 as an int of the same order. A row has two keys for each feature that a tree asks:
/// where it is missing, the lowest in the first and the highest in the second, so that the key's place in
/// the row decides where a missing value goes. One more key at the end is the lowest of all. A word holds,
/// from the high end: 32 bits, the threshold's key less one (split) or the float32 itself (leaf); the place
/// of the key it is compared with (leaf: the last, to which nothing is below); the distance to its left
/// child (leaf: 0, so that a step stays). A step goes right where the high half is less than the key.
/// Threads: immutable.
final class Words {
    final int shift;
    final int mask;
    private final int last;
    /// The features that a tree asks, in order.
    private final int[] asked;

    /// For rows of which trees ask the features `asked`, which are in ascending order.
    Words(int[] asked) {
        this.asked = asked;
        last = 2 * asked.length;
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
        int place = 2 * Arrays.binarySearch(asked, tree.feature(node)) + (tree.missingLeft(node) ? 0 : 1);
        return word(key((float) tree.value(node)) - 1, place, tree.left(node) - node);
    }

    /// Writes the keys of a row.
    void keys(float[] features, int offset, int[] into, int from) {
        int to = from;
        for (int feature : asked) {
            float x = features[offset + feature];
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
        for (int feature : asked) {
            float x = (float) features[offset + feature];
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
