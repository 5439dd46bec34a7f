package dev.hansom.score.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a row becomes int keys where thresholds are float64, categories are split by, or more than NaN counts
/// as missing.
///
/// A row has a key for each *slot*: a feature, what is missing of it and where that goes. The key of a
/// number is its rank among the forest's thresholds of the feature: how many of them send it right. The key
/// of a category is its place in the bits of the sets of the feature. One more key at the end is the lowest
/// of all.
/// Threads: immutable.
final class RankKeys {
    /// The kinds of slots, each for missing values that go left; one more where they go right.
    private static final int NAN = 0;

    private static final int ZERO = 2;
    private static final int NONE = 4;
    private static final int SET = 6;

    private final Arithmetic arithmetic;
    /// The features that a tree asks, in order; the slots of the i-th are those from `starts[i]` to
    /// `starts[i + 1]`.
    private final int[] asked;
    private final int[] starts;
    private final int[] kinds;
    private final Thresholds[] thresholds;
    private final Categories[] categories;
    private final boolean exact;

    RankKeys(Arithmetic arithmetic, List<Tree> trees) {
        this.arithmetic = arithmetic;
        TreeMap<Integer, Asked> features = new TreeMap<>();
        for (Tree tree : trees) {
            for (int node = 0; node < tree.size(); node++) {
                if (!tree.isLeaf(node)) {
                    features.computeIfAbsent(tree.feature(node), feature -> new Asked())
                            .add(tree, node);
                }
            }
        }
        this.asked = features.keySet().stream().mapToInt(feature -> feature).toArray();
        this.starts = new int[asked.length + 1];
        this.thresholds = new Thresholds[asked.length];
        this.categories = new Categories[asked.length];
        List<Integer> all = new ArrayList<>();
        boolean finite = true;
        int i = 0;
        for (Asked feature : features.values()) {
            starts[i] = all.size();
            all.addAll(feature.kinds);
            thresholds[i] = Thresholds.of(arithmetic, feature.thresholds);
            categories[i] = new Categories(feature.categories);
            finite &= thresholds[i++].exact();
        }
        this.exact = finite;
        this.starts[asked.length] = all.size();
        this.kinds = all.stream().mapToInt(kind -> kind).toArray();
    }

    /// What the splits on a feature ask.
    private static final class Asked {
        private final TreeSet<Integer> kinds = new TreeSet<>();
        private final TreeSet<Double> thresholds = new TreeSet<>();
        private final TreeSet<Integer> categories = new TreeSet<>();

        void add(Tree tree, int node) {
            kinds.add(kind(tree, node));
            if (tree.isSet(node)) {
                for (int category : tree.set(node)) {
                    categories.add(category);
                }
            } else {
                thresholds.add(tree.value(node));
            }
        }
    }

    private static int kind(Tree tree, int node) {
        int side = tree.missingLeft(node) ? 0 : 1;
        if (tree.isSet(node)) {
            return SET + side;
        }
        return switch (tree.missing(node)) {
            case NAN -> NAN + side;
            case ZERO -> ZERO + side;
            case NONE -> NONE;
        };
    }

    /// Whether ranks tell for every number where it goes.
    boolean exact() {
        return exact;
    }

    /// How many slots; so many keys and one more has a row.
    int slots() {
        return kinds.length;
    }

    /// The slot that a split asks.
    int slot(Tree tree, int node) {
        int feature = Arrays.binarySearch(asked, tree.feature(node));
        int slot = starts[feature];
        while (kinds[slot] != kind(tree, node)) {
            slot++;
        }
        return slot;
    }

    /// The rank of a split's threshold: numbers of a higher rank go right.
    int rank(Tree tree, int node) {
        return thresholds[Arrays.binarySearch(asked, tree.feature(node))].index(tree.value(node));
    }

    /// The categories of the feature of a split.
    Categories categories(Tree tree, int node) {
        return categories[Arrays.binarySearch(asked, tree.feature(node))];
    }

    void keys(double[] features, int offset, int[] into, int from) {
        for (int i = 0; i < asked.length; i++) {
            keys(i, features[offset + asked[i]], into, from);
        }
        into[from + kinds.length] = Integer.MIN_VALUE;
    }

    void keys(float[] features, int offset, int[] into, int from) {
        for (int i = 0; i < asked.length; i++) {
            keys(i, features[offset + asked[i]], into, from);
        }
        into[from + kinds.length] = Integer.MIN_VALUE;
    }

    private void keys(int feature, double given, int[] into, int from) {
        double x = arithmetic == Arithmetic.SINGLE ? (float) given : given;
        int rank = thresholds[feature].rank(x);
        for (int slot = starts[feature]; slot < starts[feature + 1]; slot++) {
            into[from + slot] = switch (kinds[slot]) {
                case NAN -> Double.isNaN(x) ? Integer.MIN_VALUE : rank;
                case NAN + 1 -> Double.isNaN(x) ? Integer.MAX_VALUE : rank;
                case ZERO -> Missing.ZERO.holds(x) ? Integer.MIN_VALUE : rank;
                case ZERO + 1 -> Missing.ZERO.holds(x) ? Integer.MAX_VALUE : rank;
                case NONE -> Double.isNaN(x) ? thresholds[feature].rank(0) : rank;
                default -> categories[feature].place(x, arithmetic, kinds[slot] == SET);
            };
        }
    }

    /// The categories that the sets of a feature name, and their places in the bits of a set: 0 is for none
    /// of them, 1 for a missing one that goes right.
    static final class Categories {
        private static final int FIRST = 2;

        private final int[] sorted;
        /// The place of each category, where they are not too far apart.
        private final int[] places;

        Categories(SortedSet<Integer> categories) {
            this.sorted = categories.stream().mapToInt(c -> c).toArray();
            int most = sorted.length == 0 || sorted[0] < 0 ? 0 : sorted[sorted.length - 1];
            boolean dense = most < 1024 + 16 * Math.min(sorted.length, 1 << 24);
            this.places = new int[dense ? most + 1 : 0];
            for (int i = 0; i < sorted.length && dense; i++) {
                places[Math.max(0, sorted[i])] = i + FIRST;
            }
        }

        /// How many ints the bits of a set take.
        int length() {
            return (sorted.length + FIRST + 31) >>> 5;
        }

        /// Writes the bits of a set.
        void write(int[] set, int[] into, int from) {
            into[from] |= 1 << 1;
            for (int category : set) {
                int place = Arrays.binarySearch(sorted, category) + FIRST;
                into[from + (place >>> 5)] |= 1 << place;
            }
        }

        int place(double x, Arithmetic arithmetic, boolean missingLeft) {
            if (Double.isNaN(x)) {
                return missingLeft ? 0 : 1;
            }
            int category = arithmetic.category(x);
            if (places.length > 0) {
                return category >= 0 && category < places.length ? places[category] : 0;
            }
            int at = Arrays.binarySearch(sorted, category);
            return at < 0 ? 0 : at + FIRST;
        }
    }
}
