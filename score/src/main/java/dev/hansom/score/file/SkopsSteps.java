package dev.hansom.score.file;

import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.Calculate;
import dev.hansom.score.pipeline.DictText;
import dev.hansom.score.pipeline.Norm;
import dev.hansom.score.pipeline.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads the fitted transformers of scikit-learn into the steps of a plan.
final class SkopsSteps {
    private static final int DEEPEST = 50;
    private static final int MOST_POWER = 30;
    private static final int MOST_PRODUCTS = 100_000;

    static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "log1p", Math::log1p,
            "expm1", Math::expm1,
            "log", Math::log,
            "exp", Math::exp,
            "log2", x -> Math.log(x) / Math.log(2),
            "log10", Math::log10,
            "sqrt", Math::sqrt,
            "square", x -> x * x,
            "cbrt", Math::cbrt,
            "abs", Math::abs);

    private final SkopsPlan plan;
    private int depth;

    SkopsSteps(SkopsPlan plan) {
        this.plan = plan;
    }

    /// The columns that transformer `node` makes of the columns `in`.
    List<Slot> read(SkopsNode node, List<Slot> in) {
        if (node.isNull() || (node.isText() && node.text().equals("passthrough"))) {
            return in;
        }
        if (!node.type().startsWith("sklearn.")) {
            throw node.refuse("the transformer " + node.type(), "one of scikit-learn");
        }
        if (++depth > DEEPEST) {
            throw node.refuse("a pipeline more than " + DEEPEST + " deep", "fewer");
        }
        List<Slot> out = dispatch(node, in);
        depth--;
        return out;
    }

    private List<Slot> dispatch(SkopsNode node, List<Slot> in) {
        checkWide(node);
        return switch (node.name()) {
            case "Pipeline" -> pipeline(node, in);
            case "ColumnTransformer" -> columns(node, in);
            case "FeatureUnion" -> union(node, in);
            case "FunctionTransformer" -> function(node, in);
            case "StandardScaler", "MinMaxScaler", "MaxAbsScaler", "RobustScaler" -> SkopsScalers.read(plan, node, in);
            case "Normalizer" -> normalizer(node, in);
            case "SimpleImputer" -> SkopsImputer.read(plan, node, in);
            case "OneHotEncoder", "OrdinalEncoder", "TargetEncoder" -> SkopsEncoders.read(plan, node, in);
            case "PolynomialFeatures" -> polynomial(node, in);
            case "VarianceThreshold" -> variance(node, in);
            default -> throw node.refuse("the transformer " + node.name(), "one of those in docs/models.md");
        };
    }

    /// Errors: a transformer that gives float32, with which whatever comes after calculates in float32.
    private static void checkWide(SkopsNode node) {
        if (node.has("dtype")
                && List.of("float32", "float16").contains(node.at("dtype").name())) {
            throw node.refuse(node.name() + " of " + node.at("dtype").name(), "float64");
        }
    }

    private List<Slot> pipeline(SkopsNode node, List<Slot> in) {
        List<Slot> slots = in;
        for (SkopsNode step : node.at("steps").items()) {
            slots = read(step.item(1), slots);
        }
        return slots;
    }

    private List<Slot> columns(SkopsNode node, List<Slot> in) {
        List<Slot> out = new ArrayList<>();
        for (SkopsNode transformer : node.at("transformers_").items()) {
            String name = transformer.item(0).text();
            SkopsNode what = transformer.item(1);
            List<Slot> chosen = chosen(node, name, in);
            if (!chosen.isEmpty() && !(what.isText() && what.text().equals("drop"))) {
                out.addAll(weighted(node, name, read(what, chosen)));
            }
        }
        return out;
    }

    private static List<Slot> chosen(SkopsNode node, String name, List<Slot> in) {
        List<Slot> chosen = new ArrayList<>();
        Map<String, SkopsNode> indices =
                node.at("_transformer_to_input_indices").entries();
        if (indices.containsKey(name)) {
            for (double index : indices.get(name).numbers()) {
                if (index < 0 || index >= in.size()) {
                    throw node.wrong("column " + (int) index, "0 to " + (in.size() - 1));
                }
                chosen.add(in.get((int) index));
            }
        }
        return chosen;
    }

    private List<Slot> weighted(SkopsNode node, String name, List<Slot> slots) {
        if (!node.has("transformer_weights")
                || !node.at("transformer_weights").entries().containsKey(name)) {
            return slots;
        }
        double weight = node.at("transformer_weights").at(name).number();
        return each(node, slots, x -> x * weight);
    }

    private List<Slot> union(SkopsNode node, List<Slot> in) {
        List<Slot> out = new ArrayList<>();
        for (SkopsNode transformer : node.at("transformer_list").items()) {
            SkopsNode what = transformer.item(1);
            if (!(what.isText() && what.text().equals("drop"))) {
                out.addAll(weighted(node, transformer.item(0).text(), read(what, in)));
            }
        }
        return out;
    }

    private List<Slot> function(SkopsNode node, List<Slot> in) {
        if (!node.has("func") || isCheck(node.at("func"))) {
            return in;
        }
        if (node.has("kw_args") && !node.at("kw_args").entries().isEmpty()) {
            throw node.refuse("FunctionTransformer with kw_args", "a function of numpy alone");
        }
        return each(node, in, named(node.at("func")));
    }

    /// Whether it only checks what comes, as histogram gradient boosting does before its categories.
    private static boolean isCheck(SkopsNode node) {
        SkopsNode function = node.name().equals("partial") ? node.at("func") : node;
        return function.type().equals("sklearn.utils.validation.check_array");
    }

    /// The function of numpy that `node` names.
    static DoubleUnaryOperator named(SkopsNode node) {
        String name = node.name().equals("absolute") ? "abs" : node.name();
        if (!node.isCode() || !node.type().startsWith("numpy") || !FUNCTIONS.containsKey(name)) {
            throw node.refuse(
                    "the function " + node.type(),
                    "one of numpy's " + FUNCTIONS.keySet().stream().sorted().toList());
        }
        return FUNCTIONS.get(name);
    }

    private List<Slot> each(SkopsNode node, List<Slot> in, DoubleUnaryOperator function) {
        List<Slot> out = new ArrayList<>();
        for (Slot slot : in) {
            Slot to = plan.number();
            plan.add(new Calculate(plan.number(slot, node), to.cell(), function));
            out.add(to);
        }
        return out;
    }

    private List<Slot> normalizer(SkopsNode node, List<Slot> in) {
        List<Integer> from = in.stream().map(slot -> plan.number(slot, node)).toList();
        List<Slot> out = plan.slots(plan.cells(in.size()), in.size());
        plan.add(new Norm(
                from, out.stream().map(Slot::cell).toList(), node.at("norm").text()));
        return out;
    }

    private List<Slot> polynomial(SkopsNode node, List<Slot> in) {
        SkopsNode degree = node.at("degree");
        int least = degree.isList() ? degree.item(0).whole() : 0;
        int most = degree.isList() ? degree.item(1).whole() : degree.whole();
        boolean alone = node.at("interaction_only").truth();
        if (most > MOST_POWER) {
            throw node.refuse("PolynomialFeatures of degree " + most, "up to " + MOST_POWER);
        }
        List<Slot> out = new ArrayList<>();
        for (int power = 0; power <= most; power++) {
            if (power == 0 ? node.at("include_bias").truth() : power >= least) {
                combine(node, in, 0, power, alone, new ArrayList<>(), out);
            }
        }
        return out;
    }

    private void combine(
            SkopsNode node, List<Slot> in, int from, int left, boolean alone, List<Integer> cells, List<Slot> out) {
        if (left == 0) {
            Slot to = plan.number();
            plan.add(new Product(cells, to.cell()));
            out.add(to);
            if (out.size() > MOST_PRODUCTS) {
                throw node.refuse("PolynomialFeatures of more columns", "up to " + MOST_PRODUCTS);
            }
            return;
        }
        for (int i = from; i < in.size(); i++) {
            cells.add(plan.number(in.get(i), node));
            combine(node, in, alone ? i + 1 : i, left - 1, alone, cells, out);
            cells.subList(cells.size() - 1, cells.size()).clear();
        }
    }

    private static List<Slot> variance(SkopsNode node, List<Slot> in) {
        double[] variances = node.at("variances_").numbers();
        double threshold = node.at("threshold").number();
        return IntStream.range(0, Math.min(in.size(), variances.length))
                .filter(i -> variances[i] > threshold)
                .mapToObj(in::get)
                .toList();
    }

    /// The columns of a DictVectorizer, whose names say which fields it reads.
    List<Slot> dictionary(SkopsNode node) {
        checkWide(node);
        String separator = node.at("separator").text();
        List<SkopsNode> features = node.at("feature_names_").items();
        int first = plan.cells(features.size());
        Map<String, Map<String, Integer>> texts = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < features.size(); i++) {
            String name = features.get(i).text();
            int at = name.indexOf(separator);
            if (at < 0) {
                numbers.put(name, first + i);
            } else {
                texts.computeIfAbsent(name.substring(0, at), key -> new HashMap<>())
                        .put(name.substring(at + separator.length()), first + i);
            }
        }
        String both = texts.keySet().stream().filter(numbers::containsKey).collect(Collectors.joining(", "));
        if (!both.isEmpty()) {
            throw node.refuse("DictVectorizer with texts and numbers in " + both, "one of them a field");
        }
        texts.forEach((field, cells) -> plan.add(new DictText(plan.text(plan.input(field), node), cells)));
        numbers.forEach((field, cell) ->
                plan.add(new Calculate(plan.number(plan.input(field), node), cell, DoubleUnaryOperator.identity())));
        return plan.slots(first, features.size());
    }
}
