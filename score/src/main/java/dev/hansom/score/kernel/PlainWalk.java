package dev.hansom.score.kernel;

import java.util.List;

/// The walk by definition, node by node, for forests that no faster walk takes. A row's keys are the halves
/// of its numbers.
record PlainWalk(int width, Sums sums, List<Tree> trees) implements Walk {
    @Override
    public int keys() {
        return 2 * width;
    }

    @Override
    public void keys(float[] features, int offset, int[] into, int from) {
        for (int i = 0; i < width; i++) {
            key(features[offset + i], into, from + 2 * i);
        }
    }

    @Override
    public void keys(double[] features, int offset, int[] into, int from) {
        for (int i = 0; i < width; i++) {
            key(features[offset + i], into, from + 2 * i);
        }
    }

    static void key(double x, int[] into, int at) {
        long bits = Double.doubleToRawLongBits(x);
        into[at] = (int) bits;
        into[at + 1] = (int) (bits >> 32);
    }

    @Override
    public double sum(int[] keys) {
        double[] one = new double[1];
        sums(keys, 0, one, 0);
        return one[0];
    }

    @Override
    public void sums(int[] keys, double[] into, int at) {
        sums(keys, 0, into, at);
    }

    @Override
    public void block(int[] keys, int count, double[] into) {
        for (int row = 0; row < count; row++) {
            sums(keys, row * keys(), into, row * sums.width());
        }
    }

    private void sums(int[] keys, int from, double[] into, int at) {
        sums.start(into, at);
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            int node = 0;
            while (!tree.isLeaf(node)) {
                node = tree.next(node, number(keys, from, tree.feature(node)), sums.arithmetic());
            }
            int to = at + sums.output(t);
            into[to] = sums.arithmetic().add(into[to], LinearWalk.leaf(tree, node, keys, from));
        }
    }

    static double number(int[] keys, int from, int feature) {
        int key = from + 2 * feature;
        return Double.longBitsToDouble(((long) keys[key + 1] << 32) | (keys[key] & 0xffff_ffffL));
    }
}
