package dev.hansom.score.file;

import dev.hansom.score.Type;
import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.Classes;
import dev.hansom.score.pipeline.Constant;
import dev.hansom.score.pipeline.Estimator;
import dev.hansom.score.pipeline.Mapped;
import dev.hansom.score.pipeline.Mean;
import dev.hansom.score.pipeline.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads the fitted estimators of scikit-learn.
final class SkopsEstimators {
    private static final Set<String> LINEAR_REGRESSORS = Set.of(
            "ARDRegression",
            "BayesianRidge",
            "ElasticNet",
            "ElasticNetCV",
            "HuberRegressor",
            "Lars",
            "LarsCV",
            "Lasso",
            "LassoCV",
            "LassoLars",
            "LassoLarsCV",
            "LassoLarsIC",
            "LinearRegression",
            "LinearSVR",
            "MultiTaskElasticNet",
            "MultiTaskElasticNetCV",
            "MultiTaskLasso",
            "MultiTaskLassoCV",
            "OrthogonalMatchingPursuit",
            "OrthogonalMatchingPursuitCV",
            "PassiveAggressiveRegressor",
            "QuantileRegressor",
            "Ridge",
            "RidgeCV",
            "SGDRegressor",
            "TheilSenRegressor");
    private static final Set<String> LINEAR_CLASSIFIERS = Set.of(
            "LinearDiscriminantAnalysis",
            "LinearSVC",
            "LogisticRegression",
            "LogisticRegressionCV",
            "PassiveAggressiveClassifier",
            "Perceptron",
            "RidgeClassifier",
            "RidgeClassifierCV",
            "SGDClassifier");

    private final SkopsSteps steps;
    private int depth;

    SkopsEstimators(SkopsSteps steps) {
        this.steps = steps;
    }

    /// What answers, the columns that it reads, and what its classes are; none where it answers numbers.
    record Answer(Estimator estimator, List<Slot> columns, List<@Nullable Object> classes, Type kind) {
        static Answer numbers(Estimator estimator, List<Slot> columns) {
            return new Answer(estimator, columns, List.of(), Type.DOUBLE);
        }
    }

    /// Reads `node`, which gets the columns `in`.
    Answer read(SkopsNode node, List<Slot> in) {
        if (++depth > 20) {
            throw node.refuse("an estimator inside twenty others", "fewer");
        }
        String name = node.name();
        if (!node.type().startsWith("sklearn.")) {
            throw node.refuse("the model " + node.type(), "one of scikit-learn");
        }
        if (LINEAR_REGRESSORS.contains(name)) {
            return Answer.numbers(weights(node, in.size(), DoubleUnaryOperator.identity()), in);
        }
        if (LINEAR_CLASSIFIERS.contains(name)) {
            return classes(node, new Classes(weights(node, in.size(), DoubleUnaryOperator.identity()), 0, false), in);
        }
        if (SkopsTrees.reads(name)) {
            return SkopsTrees.read(node, in, steps);
        }
        return switch (name) {
            case "PoissonRegressor", "GammaRegressor", "TweedieRegressor" ->
                Answer.numbers(weights(node, in.size(), link(node)), in);
            case "DummyRegressor" ->
                Answer.numbers(new Constant(in.size(), node.at("constant_").numbers()), in);
            case "TransformedTargetRegressor" -> transformed(node, in);
            case "VotingRegressor" -> voting(node, in);
            case "Pipeline", "GridSearchCV", "RandomizedSearchCV" -> nested(node, in);
            default -> throw node.refuse("the model " + name, "one of those in docs/models.md");
        };
    }

    private Answer nested(SkopsNode node, List<Slot> in) {
        SkopsNode inner = SkopsReader.inside(node);
        if (!SkopsReader.isPipeline(inner)) {
            return read(inner, in);
        }
        List<SkopsNode> all = inner.at("steps").items();
        List<Slot> slots = in;
        for (SkopsNode step : all.subList(0, all.size() - 1)) {
            slots = steps.read(step.item(1), slots);
        }
        return read(all.get(all.size() - 1).item(1), slots);
    }

    /// A regressor of a target that was transformed, and is transformed back.
    private Answer transformed(SkopsNode node, List<Slot> in) {
        Answer inner = read(node.at("regressor_"), in);
        SkopsNode transformer = node.at("transformer_");
        DoubleUnaryOperator back = switch (transformer.name()) {
            case "FunctionTransformer" ->
                transformer.has("inverse_func")
                        ? SkopsSteps.named(transformer.at("inverse_func"))
                        : DoubleUnaryOperator.identity();
            case "StandardScaler" -> {
                double over = transformer.at("with_std").truth()
                        ? transformer.at("scale_").numbers()[0]
                        : 1;
                double minus = transformer.at("with_mean").truth()
                        ? transformer.at("mean_").numbers()[0]
                        : 0;
                yield x -> x * over + minus;
            }
            case "MinMaxScaler" -> {
                double scale = transformer.at("scale_").numbers()[0];
                double min = transformer.at("min_").numbers()[0];
                yield x -> (x - min) / scale;
            }
            default ->
                throw transformer.refuse(
                        "a target transformed by " + transformer.name(), "a function of numpy, or a scaler");
        };
        return Answer.numbers(new Mapped(inner.estimator(), back), inner.columns());
    }

    private Answer voting(SkopsNode node, List<Slot> in) {
        List<Estimator> estimators = new ArrayList<>();
        List<Slot> columns = in;
        for (SkopsNode one : node.at("estimators_").items()) {
            Answer answer = read(one, in);
            if (!answer.columns().equals(in)) {
                throw one.refuse("VotingRegressor over pipelines", "over estimators of the same columns");
            }
            estimators.add(answer.estimator());
        }
        double[] weights = new double[estimators.size()];
        Arrays.fill(weights, 1);
        if (node.has("weights")) {
            weights = node.at("weights").numbers();
        }
        if (weights.length != estimators.size()) {
            throw node.refuse("VotingRegressor with dropped estimators and weights", "one weight an estimator");
        }
        return Answer.numbers(new Mean(estimators, weights), columns);
    }

    private static Estimator weights(SkopsNode node, int width, DoubleUnaryOperator link) {
        double[] all = node.at("coef_").numbers();
        double[] intercepts = node.at("intercept_").numbers();
        int outputs = width == 0 ? intercepts.length : all.length / width;
        if (outputs * width != all.length) {
            throw node.wrong(all.length + " weights", "as many as " + width + " columns have");
        }
        if (intercepts.length == 1 && outputs > 1) {
            double same = intercepts[0];
            intercepts = new double[outputs];
            Arrays.fill(intercepts, same);
        }
        double[][] weights = new double[outputs][];
        for (int i = 0; i < outputs; i++) {
            weights[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
        }
        return new Weights(width, weights, intercepts, link);
    }

    private static DoubleUnaryOperator link(SkopsNode node) {
        boolean tweedie = node.name().equals("TweedieRegressor");
        String link = tweedie ? node.at("link").text() : "log";
        boolean log =
                link.equals("log") || (link.equals("auto") && node.at("power").number() > 0);
        return log ? Math::exp : DoubleUnaryOperator.identity();
    }

    /// A classifier's answer: its classes stand in `classes_`.
    static Answer classes(SkopsNode node, Estimator estimator, List<Slot> in) {
        SkopsNode classes = node.has("classes_")
                ? node.at("classes_")
                : node.at("_label_binarizer").at("classes_");
        if (classes.isList()) {
            throw node.refuse("several targets of a classifier", "one");
        }
        List<@Nullable Object> values = classes.values();
        Type kind = values.stream().anyMatch(String.class::isInstance) ? Type.STRING : kind(classes);
        return new Answer(estimator, in, values, kind);
    }

    private static Type kind(SkopsNode classes) {
        if (classes.isObjects()) {
            return classes.items().stream().allMatch(item -> item.number() == Math.rint(item.number()))
                    ? Type.INT64
                    : Type.DOUBLE;
        }
        if (classes.array().isTruth()) {
            return Type.BOOLEAN;
        }
        return classes.array().isWhole() ? Type.INT64 : Type.DOUBLE;
    }
}
