package dev.hansom.score.file;

import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a booster that XGBoost 1.3 or newer saved, as JSON or as UBJSON.
///
/// The forest answers what the booster's own `predict` does: bit for bit, or within 2 units in the last
/// place where an objective takes an exponential. What it cannot answer so (categorical splits, several
/// outputs, linear boosters, other objectives) refuses by that name.
/// Source: XGBoost 3.4, `doc/model.schema`; what it does not list refuses too.
/// Threads: for one thread.
public final class XgboostReader {
    private static final Map<String, Link> LINKS = links();

    private final Source source;
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Tree> trees = new ArrayList<>();
    private float[] weights = {};
    private String objective = "";
    private String booster = "";

    private XgboostReader(Source source) {
        this.source = source;
    }

    /// The forest of a booster's bytes.
    /// Errors: what is no such booster, or has a trait that is not supported, is a [ModelFormatException].
    public static Forest read(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{') {
            throw new ModelFormatException(
                    "XGBoost model: no JSON and no UBJSON (expected: a file that starts with {)");
        }
        boolean binary = "iUIlL".indexOf(bytes[1]) >= 0;
        XgboostReader reader = new XgboostReader(binary ? new UbjsonSource(bytes) : new JsonSource(bytes));
        reader.source.object(reader::document);
        return reader.forest();
    }

    /// The model of a booster's bytes, behind columns.
    /// Errors: as [#read(byte\[\])].
    public static ForestModel model(byte[] bytes) {
        Forest forest = read(bytes);
        return new ForestModel(ForestModel.Inputs.numbered(forest.width()), forest, "value", "XGBoost");
    }

    private void document(String name) {
        if (name.equals("learner")) {
            source.object(this::learner);
        } else {
            source.skip();
        }
    }

    private void learner(String name) {
        switch (name) {
            case "learner_model_param" -> source.object(key -> parameters.put(key, source.text()));
            case "objective" -> source.object(this::objective);
            case "gradient_booster" -> source.object(this::booster);
            default -> source.skip();
        }
    }

    private void objective(String name) {
        if (name.equals("name")) {
            objective = source.text();
        } else {
            source.skip();
        }
    }

    private void booster(String name) {
        switch (name) {
            case "name" -> booster = source.text();
            case "model" -> source.object(this::model);
            case "gbtree" -> source.object(this::booster);
            case "weight_drop" -> weights = source.floats();
            default -> throw unknown(name);
        }
    }

    /// A booster with dropped trees is a `dart` of a `gbtree`, or since XGBoost 3.3 a `gbtree` with weights.
    private void model(String name) {
        switch (name) {
            case "trees" -> source.list(() -> trees.add(XgboostTree.read(source, trees.size())));
            case "weight_drop" -> weights = source.floats();
            case "gbtree_model_param", "iteration_indptr", "tree_info", "cats" -> source.skip();
            case "weights", "boosted_rounds" -> throw refuse("the booster gblinear", "gbtree or dart");
            default -> throw unknown(name);
        }
    }

    private Forest forest() {
        if (!booster.equals("gbtree") && !booster.equals("dart")) {
            throw refuse("the booster " + (booster.isEmpty() ? "of no name" : booster), "gbtree or dart");
        }
        refuseSeveral("num_class", "classes");
        refuseSeveral("num_target", "targets");
        Link link = LINKS.get(objective);
        if (link == null) {
            throw refuse(
                    "the objective " + objective,
                    "one of " + LINKS.keySet().stream().sorted().toList());
        }
        try {
            return new Forest(whole("num_feature"), link.sum(baseScore()), link, weighted());
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException("XGBoost model: " + e.getMessage(), e);
        }
    }

    private List<Tree> weighted() {
        if (weights.length == 0) {
            return trees;
        }
        if (weights.length != trees.size()) {
            throw new ModelFormatException(
                    "XGBoost model: " + weights.length + " weights (expected: " + trees.size() + ", one a tree)");
        }
        List<Tree> weighted = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weighted.add(trees.get(i).scaled(weights[i]));
        }
        return weighted;
    }

    private void refuseSeveral(String parameter, String what) {
        if (parameters.containsKey(parameter) && whole(parameter) > 1) {
            throw refuse(whole(parameter) + " " + what, "one output");
        }
    }

    /// A number, or since XGBoost 3.1 a list of them in brackets.
    private float baseScore() {
        String text = parameter("base_score");
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (inner.contains(",")) {
            throw refuse("several base scores", "one output");
        }
        try {
            return Float.parseFloat(inner);
        } catch (NumberFormatException e) {
            throw new ModelFormatException("XGBoost model: base_score " + text + " (expected: a number)", e);
        }
    }

    private int whole(String parameter) {
        try {
            return Integer.parseInt(parameter(parameter));
        } catch (NumberFormatException e) {
            throw new ModelFormatException(
                    "XGBoost model: " + parameter + " " + parameter(parameter) + " (expected: a whole number)", e);
        }
    }

    private String parameter(String name) {
        String text = parameters.get(name);
        if (text == null) {
            throw new ModelFormatException("XGBoost model: no " + name + " (expected: a saved booster)");
        }
        return text;
    }

    private static ModelFormatException refuse(String trait, String expected) {
        return new ModelFormatException("XGBoost model: " + trait + " is not supported (expected: " + expected + ")");
    }

    static ModelFormatException unknown(String member) {
        return refuse("the member " + member, "what XGBoost up to 3.4 writes");
    }

    private static Map<String, Link> links() {
        Map<String, Link> links = new HashMap<>();
        for (String name : List.of(
                "reg:squarederror",
                "reg:linear",
                "reg:absoluteerror",
                "reg:pseudohubererror",
                "reg:squaredlogerror",
                "reg:quantileerror",
                "rank:pairwise",
                "rank:ndcg",
                "rank:map")) {
            links.put(name, Link.IDENTITY);
        }
        for (String name : List.of("reg:logistic", "binary:logistic")) {
            links.put(name, Link.LOGISTIC);
        }
        for (String name : List.of("count:poisson", "reg:gamma", "reg:tweedie")) {
            links.put(name, Link.EXPONENTIAL);
        }
        return Map.copyOf(links);
    }
}
