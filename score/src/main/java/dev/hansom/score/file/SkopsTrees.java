package dev.hansom.score.file;

import dev.hansom.score.file.SkopsEstimators.Answer;
import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import dev.hansom.score.pipeline.Classes;
import dev.hansom.score.pipeline.Estimator;
import dev.hansom.score.pipeline.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the trees, forests and gradient boosting of scikit-learn into forests.
///
/// Trees compare float32 numbers with float64 thresholds (`x <= threshold`), histogram gradient boosting compares
/// float64;
/// leaves are added in float64, tree by tree.
final class SkopsTrees {
    private static final @Nullable BitSet[] NO_CATEGORIES = {};

    private final SkopsNode node;
    private final List<Slot> in;
    private final List<Tree> trees = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();
    /// Whether a missing value has no answer, because no tree says where it goes.
    private boolean refusing;

    private SkopsTrees(SkopsNode node, List<Slot> in) {
        this.node = node;
        this.in = in;
    }

    /// Whether a model of this name is read here.
    static boolean reads(String name) {
        return List.of(
                        "DecisionTreeRegressor",
                        "ExtraTreeRegressor",
                        "DecisionTreeClassifier",
                        "ExtraTreeClassifier",
                        "RandomForestRegressor",
                        "ExtraTreesRegressor",
                        "RandomForestClassifier",
                        "ExtraTreesClassifier",
                        "GradientBoostingRegressor",
                        "GradientBoostingClassifier",
                        "HistGradientBoostingRegressor",
                        "HistGradientBoostingClassifier")
                .contains(name);
    }

    static Answer read(SkopsNode node, List<Slot> in, SkopsSteps steps) {
        String name = node.name();
        if (name.startsWith("Hist")) {
            List<Slot> columns = node.has("_preprocessor") ? steps.read(node.at("_preprocessor"), in) : in;
            return new SkopsTrees(node, columns).histogram();
        }
        SkopsTrees trees = new SkopsTrees(node, in);
        if (name.startsWith("GradientBoosting")) {
            return trees.boosting();
        }
        boolean classifier = name.endsWith("Classifier");
        return trees.forest(
                classifier,
                node.has("tree_") ? List.of(node) : node.at("estimators_").items());
    }

    private Answer forest(boolean classifier, List<SkopsNode> members) {
        int count = classifier ? classes() : node.at("n_outputs_").whole();
        if (members.isEmpty() || count < 1) {
            throw node.wrong(members.size() + " trees of " + count + " outputs", "1 or more of both");
        }
        for (SkopsNode member : members) {
            SkopsNode tree = member.at("tree_");
            Npy values = tree.at("values").array();
            if (classifier && values.side(1) != 1) {
                throw node.refuse("several targets of a classifier", "one");
            }
            double[] shares = classifier ? shares(values, count) : values.numbers();
            for (int output = 0; output < count; output++) {
                add(tree, new SkopsTreeNodes.Leaves(shares, count, output, 1), output);
            }
        }
        Estimator forest = trees(new double[count], members.size(), Link.IDENTITY, true, NO_CATEGORIES);
        return classifier
                ? SkopsEstimators.classes(node, new Classes(forest, 0, false), in)
                : Answer.numbers(forest, in);
    }

    /// How many classes; the trees of a classifier have a share for each.
    private int classes() {
        SkopsNode classes = node.at("classes_");
        if (classes.isList()) {
            throw node.refuse("several targets of a classifier", "one");
        }
        return classes.values().size();
    }

    /// The shares of the classes in each node; before scikit-learn 1.4 they are counts that are divided by their sum.
    private double[] shares(Npy values, int count) {
        double[] shares = values.numbers();
        String[] version = node.at("_sklearn_version").text().split("\\.", -1);
        boolean shared = Integer.parseInt(version[0]) > 1 || Integer.parseInt(version[1]) >= 4;
        for (int i = 0; !shared && i + count <= shares.length; i += count) {
            double sum = Arrays.stream(shares, i, i + count).sum();
            for (int k = i; k < i + count; k++) {
                shares[k] /= sum == 0 ? 1 : sum;
            }
        }
        return shares;
    }

    private Answer boosting() {
        boolean classifier = node.name().endsWith("Classifier");
        double rate = node.at("learning_rate").number();
        List<SkopsNode> stages = node.at("estimators_").items();
        int count = 1;
        for (SkopsNode stage : stages) {
            List<SkopsNode> members = stage.isList() ? stage.items() : List.of(stage);
            count = members.size();
            for (int output = 0; output < count; output++) {
                SkopsNode tree = members.get(output).at("tree_");
                add(tree, new SkopsTreeNodes.Leaves(tree.at("values").numbers(), 1, 0, rate), output);
            }
        }
        Estimator forest = trees(start(classifier, count), 1, Link.IDENTITY, true, NO_CATEGORIES);
        return classifier
                ? SkopsEstimators.classes(node, new Classes(forest, 0, true), in)
                : Answer.numbers(forest, in);
    }

    /// Where the sums of gradient boosting start: at what its first estimator says, on the scale of the sums.
    private double[] start(boolean classifier, int count) {
        SkopsNode first = node.at("init_");
        if (first.isText() && first.text().equals("zero")) {
            return new double[count];
        }
        if (first.name().equals("DummyRegressor")) {
            return first.at("constant_").numbers();
        }
        if (!first.name().equals("DummyClassifier")
                || !first.at("strategy").text().equals("prior")
                || !classifier) {
            throw first.refuse("gradient boosting that starts from " + first.name(), "from the mean or prior, or zero");
        }
        double[] priors = first.at("class_prior_").numbers();
        boolean exponential = node.at("loss").text().equals("exponential");
        if (count == 1) {
            double p = Math.min(Math.max(priors[1], 0x1p-52), 1 - 0x1p-52);
            double odds = Math.log(p / (1 - p));
            return new double[] {exponential ? odds / 2 : odds};
        }
        return Arrays.stream(priors).map(p -> Math.log(Math.max(p, 0x1p-52))).toArray();
    }

    private Answer histogram() {
        boolean classifier = node.name().endsWith("Classifier");
        double[] start = node.at("_baseline_prediction").numbers();
        @Nullable BitSet[] known = categories();
        for (SkopsNode stage : node.at("_predictors").items()) {
            List<SkopsNode> members = stage.items();
            for (int output = 0; output < members.size(); output++) {
                trees.add(Tree.of(new SkopsHistogramNodes(members.get(output), known, in.size())));
                outputs.add(output);
            }
        }
        String loss = node.at("loss").text().toLowerCase(Locale.ROOT);
        boolean log = loss.equals("poisson") || loss.equals("gamma");
        Estimator forest = trees(start, 1, log ? Link.EXPONENTIAL : Link.IDENTITY, false, known);
        return classifier
                ? SkopsEstimators.classes(node, new Classes(forest, 0, false), in)
                : Answer.numbers(forest, in);
    }

    /// The known categories of each column of histogram gradient boosting; empty where none has any.
    private @Nullable BitSet[] categories() {
        SkopsNode mapper = node.at("_bin_mapper");
        double[] categorical = mapper.at("is_categorical_").numbers();
        if (Arrays.stream(categorical).allMatch(is -> is == 0)) {
            return NO_CATEGORIES;
        }
        @Nullable BitSet[] known = new BitSet[in.size()];
        List<SkopsNode> thresholds = mapper.at("bin_thresholds_").items();
        for (int i = 0; i < Math.min(known.length, categorical.length); i++) {
            if (categorical[i] != 0) {
                BitSet categories = new BitSet();
                for (double category : thresholds.get(i).numbers()) {
                    if (category < 0 || category > 1 << 16) {
                        throw node.refuse("the category " + category, "codes from 0");
                    }
                    categories.set((int) category);
                }
                known[i] = categories;
            }
        }
        return known;
    }

    private void add(SkopsNode tree, SkopsTreeNodes.Leaves leaves, int output) {
        SkopsTreeNodes nodes = new SkopsTreeNodes(tree, leaves, in.size());
        refusing |= !nodes.placesMissing();
        trees.add(Tree.of(nodes));
        outputs.add(output);
    }

    private Estimator trees(double[] start, int divisor, Link link, boolean single, @Nullable BitSet[] known) {
        int[] to = outputs.stream().mapToInt(Integer::intValue).toArray();
        Sums sums = new Sums(Arithmetic.DOUBLE, start, to, divisor, 1);
        // Gradient boosting of scikit-learn itself takes no missing values; forests do where their trees place them.
        boolean never = node.name().startsWith("GradientBoosting");
        return new Trees(new Forest(in.size(), sums, link, trees), single, refusing || never, known);
    }
}
