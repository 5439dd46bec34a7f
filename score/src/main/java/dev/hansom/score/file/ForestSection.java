package dev.hansom.score.file;

import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.LinearLeaf;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Missing;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A forest of any kind in a model file; the package describes it.
final class ForestSection {
    private static final int COVERS = 1;
    private static final int SETS = 2;
    private static final int MISSING = 4;
    private static final int LINEAR = 8;
    private static final List<Link> FIRST_LINKS = List.of(Link.IDENTITY, Link.LOGISTIC, Link.EXPONENTIAL);
    private static final List<Missing> KINDS = List.of(Missing.NAN, Missing.ZERO, Missing.NONE);
    private static final int ALL = COVERS | SETS | MISSING | LINEAR;

    private ForestSection() {}

    /// Whether a forest has anything that version 1's first kind of forests cannot say.
    static boolean needs(Forest forest) {
        Sums sums = forest.sums();
        boolean plain = sums.arithmetic() == Arithmetic.SINGLE
                && sums.width() == 1
                && sums.divisor() == 1
                && sums.slope() == 1
                && FIRST_LINKS.contains(forest.link());
        for (int t = 0; t < forest.size() && plain; t++) {
            plain = flags(forest.tree(t)) == 0;
        }
        return !plain;
    }

    static void write(Forest forest, Output to) {
        Sums sums = forest.sums();
        boolean single = sums.arithmetic() == Arithmetic.SINGLE;
        to.i32(forest.width());
        to.text(sums.arithmetic().name());
        to.text(forest.link().name());
        to.f64(sums.divisor());
        to.f64(sums.slope());
        double[] bases = sums.bases();
        to.i32(bases.length);
        for (double base : bases) {
            to.f64(base);
        }
        to.i32(forest.size());
        int[] outputs = sums.outputs();
        for (int t = 0; t < outputs.length; t++) {
            to.i32(outputs[t]);
            write(forest.tree(t), single, to);
        }
    }

    private static int flags(Tree tree) {
        return (tree.hasCovers() ? COVERS : 0)
                | (tree.hasSets() ? SETS : 0)
                | (tree.hasMissing() ? MISSING : 0)
                | (tree.hasLinearLeaves() ? LINEAR : 0);
    }

    private static void write(Tree tree, boolean single, Output to) {
        int flags = flags(tree);
        to.u8(flags);
        to.i32(tree.size());
        for (int node = 0; node < tree.size(); node++) {
            to.i32(tree.split(node));
            number(tree.value(node), single, to);
        }
        for (int node = 0; node < tree.size(); node++) {
            if ((flags & COVERS) != 0) {
                number(tree.cover(node), single, to);
            }
            if ((flags & SETS) != 0) {
                to.u8(tree.isSet(node) ? 1 : 0);
                if (tree.isSet(node)) {
                    integers(tree.set(node), to);
                }
            }
            if ((flags & MISSING) != 0) {
                to.u8(KINDS.indexOf(tree.missing(node)));
            }
            if ((flags & LINEAR) != 0) {
                write(tree.linear(node), to);
            }
        }
    }

    private static void write(@Nullable LinearLeaf leaf, Output to) {
        to.u8(leaf == null ? 0 : 1);
        if (leaf != null) {
            to.f64(leaf.constant());
            integers(leaf.features(), to);
            for (double weight : leaf.weights()) {
                to.f64(weight);
            }
        }
    }

    private static void integers(int[] integers, Output to) {
        to.i32(integers.length);
        for (int integer : integers) {
            to.i32(integer);
        }
    }

    private static void number(double value, boolean single, Output to) {
        if (single) {
            to.f32((float) value);
        } else {
            to.f64(value);
        }
    }

    static Forest read(Input from) {
        int width = from.i32();
        Arithmetic arithmetic = named(Arithmetic.values(), from);
        Link link = named(Link.values(), from);
        double divisor = from.f64();
        double slope = from.f64();
        double[] bases = new double[from.count(8)];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = from.f64();
        }
        int[] outputs = new int[from.count(4 + 1 + 4 + 8)];
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < outputs.length; t++) {
            outputs[t] = from.i32();
            trees.add(new Stored(from, arithmetic == Arithmetic.SINGLE).tree());
        }
        return new Forest(width, new Sums(arithmetic, bases, outputs, divisor, slope), link, trees);
    }

    private static <E extends Enum<E>> E named(E[] values, Input from) {
        String name = from.text();
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw from.wrong("a forest's " + name, "one of " + Arrays.toString(values));
    }

    /// A tree as it stands in the file.
    private static final class Stored implements Tree.Nodes {
        private final boolean single;
        private final int[] splits;
        private final double[] values;
        private final int[] lefts;
        private final double[] covers;
        private final Map<Integer, int[]> sets = new HashMap<>();
        private final Missing[] missing;
        private final @Nullable LinearLeaf[] linear;

        Stored(Input from, boolean single) {
            this.single = single;
            int flags = from.u8();
            if ((flags & ~ALL) != 0) {
                throw from.wrong("a tree with flags " + flags, "up to " + ALL + "; a newer Hansom may read it");
            }
            int size = from.count(single ? 8 : 12);
            splits = new int[size];
            values = new double[size];
            lefts = new int[size];
            covers = new double[(flags & COVERS) == 0 ? 0 : size];
            missing = new Missing[size];
            linear = new LinearLeaf[size];
            int next = 1;
            for (int node = 0; node < size; node++) {
                splits[node] = from.i32();
                values[node] = number(from);
                lefts[node] = next;
                next = splits[node] == -1 ? next : Math.addExact(next, 2);
            }
            for (int node = 0; node < size; node++) {
                if ((flags & COVERS) != 0) {
                    covers[node] = number(from);
                }
                if ((flags & SETS) != 0 && from.mark()) {
                    sets.put(node, integers(from));
                }
                missing[node] = (flags & MISSING) == 0 ? Missing.NAN : missing(from);
                linear[node] = (flags & LINEAR) == 0 || !from.mark() ? null : linear(from);
            }
        }

        Tree tree() {
            return Tree.of(this);
        }

        private double number(Input from) {
            return single ? from.f32() : from.f64();
        }

        private static int[] integers(Input from) {
            int[] integers = new int[from.count(4)];
            for (int i = 0; i < integers.length; i++) {
                integers[i] = from.i32();
            }
            return integers;
        }

        private static Missing missing(Input from) {
            int kind = from.u8();
            if (kind >= KINDS.size()) {
                throw from.wrong("missing values of kind " + kind, "0, 1 or 2");
            }
            return KINDS.get(kind);
        }

        private static LinearLeaf linear(Input from) {
            double constant = from.f64();
            int[] features = integers(from);
            double[] weights = new double[features.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = from.f64();
            }
            return new LinearLeaf(constant, features, weights);
        }

        @Override
        public int size() {
            return splits.length;
        }

        @Override
        public int split(int node) {
            return splits[node];
        }

        @Override
        public double value(int node) {
            return values[node];
        }

        @Override
        public int left(int node) {
            return lefts[node];
        }

        @Override
        public int right(int node) {
            return lefts[node] + 1;
        }

        @Override
        public int @Nullable [] set(int node) {
            return sets.get(node);
        }

        @Override
        public Missing missing(int node) {
            return missing[node];
        }

        @Override
        public double cover(int node) {
            return covers.length == 0 ? Double.NaN : covers[node];
        }

        @Override
        public @Nullable LinearLeaf linear(int node) {
            return linear[node];
        }
    }
}
