package dev.hansom.score.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Regression trees that vote: one output or several, each the sum of its trees' leaves, and a [Link] that
/// makes the answer of the sums; bit for bit as the library answers whose [Arithmetic] it has.
///
/// Threads: immutable.
public final class Forest implements NumberKernel {
    private static final int WIDEST = 1 << 24;

    private final int width;
    private final Sums sums;
    private final Link link;
    private final List<Tree> trees;
    private final Walk walk;

    /// `width` features and one output: the float32 sum starts at `base`, is taken over `trees` in order,
    /// and `link` makes the answer of it.
    /// Errors: a split on a feature that is not there is an [IllegalArgumentException].
    public Forest(int width, float base, Link link, List<Tree> trees) {
        this(width, Sums.single(base, trees.size()), link, trees);
    }

    /// `width` features, and what `sums` says of the outputs.
    /// Errors: a split on a feature, or a tree of an output, that is not there is an
    /// [IllegalArgumentException].
    public Forest(int width, Sums sums, Link link, List<Tree> trees) {
        if (width < 0 || width > WIDEST) {
            throw new IllegalArgumentException("a forest of " + width + " features (expected: 0 to " + WIDEST + ")");
        }
        if (sums.outputs().length != trees.size()) {
            throw new IllegalArgumentException(
                    sums.outputs().length + " outputs of trees (expected: " + trees.size() + ", one a tree)");
        }
        trees.forEach(tree -> check(tree, width));
        this.width = width;
        this.sums = sums;
        this.link = link;
        this.trees = List.copyOf(trees);
        this.walk = walk();
    }

    private Walk walk() {
        if (trees.stream().anyMatch(Tree::hasLinearLeaves)) {
            return LinearWalk.of(width, sums, trees);
        }
        return walk(width, sums, trees);
    }

    /// The fastest walk that takes trees whose leaves are numbers.
    static Walk walk(int width, Sums sums, List<Tree> trees) {
        if (FloatWalk.takes(sums, trees)) {
            return new FloatWalk(sums, trees);
        }
        RankKeys keys = new RankKeys(sums.arithmetic(), trees);
        return RankWalk.takes(keys, trees) ? new RankWalk(keys, sums, trees) : new PlainWalk(width, sums, trees);
    }

    private static void check(Tree tree, int width) {
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node) && tree.feature(node) >= width) {
                throw new IllegalArgumentException("a split on feature " + tree.feature(node) + " (expected: feature < "
                        + width + ", what there is)");
            }
            LinearLeaf linear = tree.linear(node);
            for (int i = 0; linear != null && i < linear.length(); i++) {
                if (linear.feature(i) < 0 || linear.feature(i) >= width) {
                    throw new IllegalArgumentException(
                            "a leaf with feature " + linear.feature(i) + " (expected: 0 to " + (width - 1) + ")");
                }
            }
        }
    }

    @Override
    public int width() {
        return width;
    }

    /// Where the sums start, and what becomes of them before the link.
    public Sums sums() {
        return sums;
    }

    /// Where the sum of the first output starts.
    public float base() {
        return (float) sums.base(0);
    }

    /// What makes an answer of the sum.
    public Link link() {
        return link;
    }

    /// How many trees.
    public int size() {
        return trees.size();
    }

    /// How many nodes all trees have.
    public int nodes() {
        return trees.stream().mapToInt(Tree::size).sum();
    }

    /// Tree `index`.
    public Tree tree(int index) {
        return trees.get(index);
    }

    /// The features that the trees ask, in ascending order.
    public int[] asked() {
        return trees.stream()
                .flatMapToInt(tree -> IntStream.range(0, tree.size())
                        .filter(node -> !tree.isLeaf(node))
                        .map(tree::feature))
                .distinct()
                .sorted()
                .toArray();
    }

    /// The same trees over `features` alone, the n-th of which becomes feature n.
    /// Errors: a feature that a tree asks and that is not among them, and leaves that are weighted sums, are an
    /// [IllegalArgumentException].
    public Forest over(int[] features) {
        int[] places = new int[width];
        Arrays.fill(places, -1);
        for (int i = 0; i < features.length; i++) {
            places[features[i]] = i;
        }
        List<Tree> over = trees.stream().map(tree -> tree.over(places)).toList();
        return new Forest(features.length, sums, link, over);
    }

    @Override
    public int scratch() {
        return walk.keys();
    }

    @Override
    public int outputs() {
        return link.outputs(sums.width());
    }

    @Override
    public double answer(float[] features, int offset, int[] scratch) {
        walk.keys(features, offset, scratch, 0);
        return first(scratch);
    }

    /// The first number of the answer, of float64 features.
    public double answer(double[] features, int offset, int[] scratch) {
        walk.keys(features, offset, scratch, 0);
        return first(scratch);
    }

    @Override
    public void answers(float[] features, int offset, int[] scratch, double[] into, int at) {
        walk.keys(features, offset, scratch, 0);
        all(scratch, into, at);
    }

    /// The whole answer, [#outputs()] numbers, of float64 features.
    public void answers(double[] features, int offset, int[] scratch, double[] into, int at) {
        walk.keys(features, offset, scratch, 0);
        all(scratch, into, at);
    }

    private double first(int[] keys) {
        if (sums.width() == 1) {
            return link.answer(sums.arithmetic(), scaled(walk.sum(keys)));
        }
        double[] answers = new double[outputs()];
        all(keys, answers, 0);
        return answers[0];
    }

    private void all(int[] keys, double[] into, int at) {
        if (sums.width() == 1) {
            into[at] = first(keys);
        } else if (outputs() == sums.width()) {
            walk.sums(keys, into, at);
            finish(into, at, into, at);
        } else {
            double[] of = new double[sums.width()];
            walk.sums(keys, of, 0);
            finish(of, 0, into, at);
        }
    }

    private void finish(double[] of, int from, double[] into, int at) {
        if (!sums.plain()) {
            for (int i = 0; i < sums.width(); i++) {
                of[from + i] = scaled(of[from + i]);
            }
        }
        link.answer(sums.arithmetic(), of, from, sums.width(), into, at);
    }

    private double scaled(double sum) {
        return sums.plain() ? sum : sum / sums.divisor() * sums.slope();
    }

    /// The sum before the link of the first output, with room as for an answer.
    public double sum(float[] features, int offset, int[] scratch) {
        walk.keys(features, offset, scratch, 0);
        if (sums.width() == 1) {
            return walk.sum(scratch);
        }
        double[] all = new double[sums.width()];
        walk.sums(scratch, all, 0);
        return all[0];
    }

    @Override
    public void answer(float[] features, int rows, double[] into, int from) {
        if (outputs() == 1) {
            answers(features, rows, into, from);
            return;
        }
        double[] all = new double[Math.multiplyExact(rows, outputs())];
        answers(features, rows, all, 0);
        for (int row = 0; row < rows; row++) {
            into[from + row] = all[row * outputs()];
        }
    }

    @Override
    public void answers(float[] features, int rows, double[] into, int from) {
        int[] keys = new int[Math.multiplyExact(Walk.BLOCK, walk.keys())];
        double[] of = new double[Math.multiplyExact(Walk.BLOCK, sums.width())];
        for (int start = 0; start < rows; start += Walk.BLOCK) {
            int count = Math.min(Walk.BLOCK, rows - start);
            for (int row = 0; row < count; row++) {
                walk.keys(features, (start + row) * width, keys, row * walk.keys());
            }
            block(keys, count, of, into, from + start * outputs());
        }
    }

    /// The answers for `rows` rows of float64 features, row after row, [#outputs()] numbers each.
    public void answers(double[] features, int rows, double[] into, int from) {
        int[] keys = new int[Math.multiplyExact(Walk.BLOCK, walk.keys())];
        double[] of = new double[Math.multiplyExact(Walk.BLOCK, sums.width())];
        for (int start = 0; start < rows; start += Walk.BLOCK) {
            int count = Math.min(Walk.BLOCK, rows - start);
            for (int row = 0; row < count; row++) {
                walk.keys(features, (start + row) * width, keys, row * walk.keys());
            }
            block(keys, count, of, into, from + start * outputs());
        }
    }

    private void block(int[] keys, int count, double[] of, double[] into, int from) {
        walk.block(keys, count, of);
        for (int row = 0; row < count; row++) {
            finish(of, row * sums.width(), into, from + row * outputs());
        }
    }

    @Override
    public Explainer explainer() {
        return shap()::contributions;
    }

    /// What calculates contributions.
    /// Errors: as of [#explainer()].
    Shap shap() {
        try {
            return new Shap(this);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
