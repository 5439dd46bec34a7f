package dev.hansom.score.file;

import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Samples;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.file.RandomNodes.Traits;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Forests with everything that a model file can say of a forest: every link, both arithmetics, several outputs, and
/// trees with every mix of traits.
final class CorpusForests {
    private static final List<Feature> FEATURES = List.of(
            new Feature("pair", "pair"),
            new Feature("miles", "miles"),
            new Feature("hour", "hour"),
            new Feature("zone", "\"from\""),
            new Feature("far", "miles > 3 AND part = 'north'"));

    /// Links in the order in which they came to be.
    private static final List<Link> SEEDS = List.of(
            Link.IDENTITY,
            Link.LOGISTIC,
            Link.EXPONENTIAL,
            Link.HINGE,
            Link.SIGNED_SQUARE,
            Link.SOFTPLUS,
            Link.SOFTMAX,
            Link.RISING,
            Link.GREATEST,
            Link.ASCENDING);

    private CorpusForests() {}

    static Map<String, Model> all() {
        Map<String, Model> all = new LinkedHashMap<>();
        for (Link link : Link.values()) {
            boolean several = List.of(Link.SOFTMAX, Link.RISING, Link.ASCENDING, Link.GREATEST)
                    .contains(link);
            all.put("wide-" + link.name().toLowerCase(Locale.ROOT).replace('_', '-'), model(forest(link, several)));
        }
        for (int mix = 0; mix < 16; mix++) {
            Traits traits = new Traits((mix & 1) != 0, (mix & 2) != 0, (mix & 4) != 0, (mix & 8) != 0);
            all.put("wide-traits-" + mix, model(forest(mix, Arithmetic.DOUBLE, traits, 1, 1)));
        }
        Traits plain = new Traits(true, true, false, false);
        all.put("wide-single", model(forest(20, Arithmetic.SINGLE, plain, 1, 1)));
        all.put("wide-averaged", model(forest(21, Arithmetic.DOUBLE, Traits.ALL, 5, 0.75)));
        all.put("wide-none", model(new Forest(5, sums(Arithmetic.DOUBLE, 0, 1, 1, 1), Link.IDENTITY, List.of())));
        return all;
    }

    static Model model(Forest forest) {
        return new Model(
                Samples.signature("true"),
                Samples.vocabulary(),
                FEATURES,
                forest,
                new Provenance(Map.of("made", "for the corpus")));
    }

    private static Forest forest(Link link, boolean several) {
        Random random = new Random(100 + SEEDS.indexOf(link));
        Arithmetic arithmetic =
                List.of(Link.HINGE, Link.RISING, Link.GREATEST).contains(link) ? Arithmetic.SINGLE : Arithmetic.DOUBLE;
        List<Tree> trees = trees(random, 9, Traits.COVERS);
        return new Forest(5, sums(arithmetic, 9, several ? 3 : 1, 1, 1), link, trees);
    }

    static Forest forest(int seed, Arithmetic arithmetic, Traits traits, double divisor, double slope) {
        return new Forest(
                5, sums(arithmetic, 10, 1, divisor, slope), Link.IDENTITY, trees(new Random(seed), 10, traits));
    }

    private static List<Tree> trees(Random random, int count, Traits traits) {
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            trees.add(RandomNodes.tree(random, FEATURES.size(), t == 3 ? 0 : 1 + random.nextInt(12), traits));
        }
        return trees;
    }

    private static Sums sums(Arithmetic arithmetic, int trees, int outputs, double divisor, double slope) {
        double[] bases = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            bases[i] = 0.25 - 0.5 * i;
        }
        Sums inTurn = Sums.inTurn(arithmetic, bases, trees);
        return new Sums(arithmetic, bases, inTurn.outputs(), divisor, slope);
    }
}
