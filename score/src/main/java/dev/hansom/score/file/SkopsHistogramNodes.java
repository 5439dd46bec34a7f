package dev.hansom.score.file;

import dev.hansom.score.kernel.Tree;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The nodes of a tree of histogram gradient boosting. A category that is known and not among those that go left goes
/// right.
final class SkopsHistogramNodes implements Tree.Nodes {
    private static final int LEAF = -1;
    private static final int WORDS = 8;

    private final SkopsNode predictor;
    private final double[] leaves;
    private final double[] values;
    private final double[] features;
    private final double[] thresholds;
    private final double[] missing;
    private final double[] lefts;
    private final double[] rights;
    private final double[] covers;
    private final double[] categorical;
    private final double[] places;
    private final double[] bits;
    private final @Nullable BitSet[] known;

    SkopsHistogramNodes(SkopsNode predictor, @Nullable BitSet[] known, int width) {
        Npy nodes = predictor.at("nodes").array();
        this.predictor = predictor;
        this.known = known;
        leaves = nodes.numbers("is_leaf");
        values = nodes.numbers("value");
        features = nodes.numbers("feature_idx");
        thresholds = nodes.numbers(nodes.has("num_threshold") ? "num_threshold" : "threshold");
        missing = nodes.numbers("missing_go_to_left");
        lefts = nodes.numbers("left");
        rights = nodes.numbers("right");
        covers = nodes.numbers("count");
        categorical = nodes.has("is_categorical") ? nodes.numbers("is_categorical") : new double[leaves.length];
        places = nodes.has("bitset_idx") ? nodes.numbers("bitset_idx") : new double[leaves.length];
        bits = predictor.has("raw_left_cat_bitsets")
                ? predictor.at("raw_left_cat_bitsets").numbers()
                : new double[0];
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] == 0 && (features[i] < 0 || features[i] >= width)) {
                throw predictor.wrong("a split on column " + (long) features[i], "0 to " + (width - 1));
            }
        }
    }

    @Override
    public int size() {
        return leaves.length;
    }

    @Override
    public int split(int node) {
        return leaves[node] != 0 ? LEAF : ((int) features[node]) * 2 + (missing[node] == 0 ? 1 : 0);
    }

    @Override
    public double value(int node) {
        return leaves[node] != 0 ? values[node] : thresholds[node];
    }

    @Override
    public int left(int node) {
        return (int) lefts[node];
    }

    @Override
    public int right(int node) {
        return (int) rights[node];
    }

    @Override
    public double cover(int node) {
        return covers[node];
    }

    @Override
    public int @Nullable [] set(int node) {
        if (leaves[node] != 0 || categorical[node] == 0) {
            return null;
        }
        BitSet categories = known.length == 0 ? null : known[(int) features[node]];
        if (categories == null) {
            throw predictor.wrong("a split on categories of a column that has none", "categories");
        }
        int from = ((int) places[node]) * WORDS;
        if (from < 0 || from + WORDS > bits.length) {
            throw predictor.wrong("a set of categories that is not there", "one of " + bits.length / WORDS);
        }
        return IntStream.range(0, categories.length())
                .filter(categories::get)
                .filter(category ->
                        category >= WORDS * 32 || ((long) bits[from + category / 32] >> category % 32 & 1) == 0)
                .toArray();
    }
}
