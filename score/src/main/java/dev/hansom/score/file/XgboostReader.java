package dev.hansom.score.file;

import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import dev.hansom.score.kernel.Levels;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a booster that XGBoost 1.3 or newer saved, as JSON or as UBJSON.
///
/// The model answers what the booster's own `predict` does, with all of its trees: bit for bit, or within a
/// few units in the last place where an objective takes an exponential (`docs/models.md`).
/// Source: XGBoost 3.4, `doc/model.schema`; what it does not list refuses by its name.
/// Threads: for one thread.
public final class XgboostReader {
    private static final int WIDEST = 1 << 20;

    private final Source source;
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Tree> trees = new ArrayList<>();
    /// How many trees each tree of the file became: one for each number of its leaves.
    private final List<Integer> vectors = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private List<@Nullable Levels> categories = List.of();
    private int[] version = {};
    private int[] groups = {};
    private float[] dropped = {};
    private float[] linear = {};
    private String objective = "";
    private String booster = "";
    private boolean learned;

    private XgboostReader(Source source) {
        this.source = source;
    }

    /// The forest of a booster's bytes.
    /// Errors: what is no such booster, or has a trait that is not supported, is a [ModelFormatException].
    public static Forest read(byte[] bytes) {
        XgboostReader reader = document(bytes);
        if (reader.booster.equals("gblinear")) {
            throw refuse("the booster gblinear as a forest", "gbtree or dart");
        }
        return guarded(reader::forest);
    }

    /// The model of a booster's bytes, behind its columns.
    /// Errors: as [#read(byte\[\])].
    public static ForeignModel model(byte[] bytes) {
        XgboostReader reader = document(bytes);
        return guarded(reader.booster.equals("gblinear") ? reader::linear : reader::trees);
    }

    private static XgboostReader document(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{') {
            throw new ModelFormatException(
                    "XGBoost model: no JSON and no UBJSON (expected: a file that starts with {)");
        }
        boolean binary = "iUIlL".indexOf(bytes[1]) >= 0;
        XgboostReader reader = new XgboostReader(binary ? new UbjsonSource(bytes) : new JsonSource(bytes));
        reader.source.object(reader::document);
        if (!reader.learned) {
            throw new ModelFormatException("XGBoost model: no learner (expected: a booster that XGBoost saved)");
        }
        return reader;
    }

    private interface Made<T> {
        T make();
    }

    private static <T> T guarded(Made<T> made) {
        try {
            return made.make();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException("XGBoost model: " + e.getMessage(), e);
        }
    }

    private void document(String name) {
        if (name.equals("learner")) {
            learned = true;
            source.object(this::learner);
        } else if (name.equals("version")) {
            version = source.integers();
        } else {
            source.skip();
        }
    }

    private void learner(String name) {
        switch (name) {
            case "learner_model_param" -> source.object(key -> parameters.put(key, source.text()));
            case "objective" -> source.object(this::objective);
            case "gradient_booster" -> source.object(this::booster);
            case "feature_names" -> source.list(() -> names.add(source.text()));
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
            case "gbtree" -> source.object(this::inner);
            case "weight_drop" -> dropped = source.floats();
            default -> throw unknown(name);
        }
    }

    /// The `gbtree` inside of a `dart`.
    private void inner(String name) {
        switch (name) {
            case "name" -> source.skip();
            case "model" -> source.object(this::model);
            default -> throw unknown(name);
        }
    }

    /// A booster with dropped trees is a `dart` of a `gbtree`, or since XGBoost 3.3 a `gbtree` with weights.
    private void model(String name) {
        switch (name) {
            case "trees" -> source.list(this::tree);
            case "tree_info" -> groups = source.integers();
            case "weight_drop" -> dropped = source.floats();
            case "weights" -> linear = source.floats();
            case "cats" -> categories = XgboostCategories.read(source);
            case "gbtree_model_param", "iteration_indptr", "boosted_rounds", "param" -> source.skip();
            default -> throw unknown(name);
        }
    }

    private void tree() {
        List<Tree> read = XgboostTree.read(source, vectors.size());
        vectors.add(read.size());
        trees.addAll(read);
    }

    private ForestModel trees() {
        Forest forest = forest();
        return new ForestModel(
                new ForestModel.Inputs(columns(forest.width()), named(forest.width()), levels(forest.width())),
                forest,
                objective(forest.sums().width()).answers(),
                description(vectors.size() + " trees"));
    }

    private XgboostObjective objective(int outputs) {
        return XgboostObjective.of(objective, outputs, version);
    }

    private String description(String size) {
        return "XGBoost " + booster + ", " + objective + ", " + size;
    }

    /// All outputs start at the first base, whatever the others are: so does XGBoost 3.4.
    private XgboostLinear linear() {
        int width = width();
        List<Schema.Column> columns = columns(width).stream()
                .map(column -> new Schema.Column(column, Type.DOUBLE))
                .toList();
        double[] bases = bases();
        float[] starts = new float[bases.length];
        Arrays.fill(starts, (float) bases[0]);
        return new XgboostLinear(
                new Schema(columns),
                named(width),
                starts,
                linear,
                objective(bases.length),
                description(width + " weights"));
    }

    private Forest forest() {
        if (!booster.equals("gbtree") && !booster.equals("dart")) {
            throw refuse("the booster " + (booster.isEmpty() ? "of no name" : booster), "gbtree, dart or gblinear");
        }
        Sums sums = new Sums(Arithmetic.SINGLE, bases(), outputs(), 1, 1);
        return new Forest(width(), sums, objective(sums.width()).link(), weighted());
    }

    private int width() {
        int width = whole("num_feature");
        if (width < 0 || width > WIDEST) {
            throw refuse(width + " features", "0 to " + WIDEST);
        }
        return width;
    }

    private boolean named(int width) {
        return names.size() == width
                && width > 0
                && new HashSet<>(names).size() == width
                && names.stream().noneMatch(String::isBlank);
    }

    private List<String> columns(int width) {
        return named(width) ? names : ForestModel.Inputs.numbered(width).names();
    }

    private List<@Nullable Levels> levels(int width) {
        List<@Nullable Levels> levels = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            levels.add(i < categories.size() ? categories.get(i) : null);
        }
        return levels;
    }

    /// Which output each tree adds to; a file without groups has one output.
    private int[] outputs() {
        if (groups.length != vectors.size() && groups.length != 0) {
            throw new ModelFormatException("XGBoost model: tree_info of " + groups.length + " trees (expected: "
                    + vectors.size() + ", what there is)");
        }
        int[] outputs = new int[trees.size()];
        int at = 0;
        for (int t = 0; t < vectors.size(); t++) {
            int count = vectors.get(t);
            for (int output = 0; output < count; output++) {
                outputs[at++] = count > 1 ? output : groups.length == 0 ? 0 : groups[t];
            }
        }
        return outputs;
    }

    private List<Tree> weighted() {
        if (dropped.length == 0) {
            return trees;
        }
        if (dropped.length != vectors.size()) {
            throw new ModelFormatException(
                    "XGBoost model: " + dropped.length + " weights (expected: " + vectors.size() + ", one a tree)");
        }
        List<Tree> weighted = new ArrayList<>();
        for (int t = 0; t < dropped.length; t++) {
            for (int output = 0; output < vectors.get(t); output++) {
                weighted.add(trees.get(weighted.size()).scaled(dropped[t]));
            }
        }
        return weighted;
    }

    /// Where the sums start: one number for all outputs, or since XGBoost 3.1 a list of them in brackets.
    private double[] bases() {
        int outputs = Math.max(1, Math.max(optional("num_class"), optional("num_target")));
        String text = parameter("base_score");
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String[] parts = inner.split(",", -1);
        if (parts.length != 1 && parts.length != outputs) {
            throw new ModelFormatException(
                    "XGBoost model: " + parts.length + " base scores (expected: 1 or " + outputs + ")");
        }
        if (outputs > Math.max(WIDEST, trees.size())) {
            throw refuse(outputs + " outputs", "at most " + WIDEST);
        }
        double[] bases = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            bases[i] = real(parts[parts.length == 1 ? 0 : i], text);
        }
        if (!isUnfitted(text)) {
            objective(outputs).base().sums(bases);
        }
        return bases;
    }

    /// Whether no round has been trained that would have found where to start: then XGBoost since 3.1 takes the base
    /// score, which nobody gave, as it is.
    private boolean isUnfitted(String baseScore) {
        return baseScore.startsWith("[")
                && trees.isEmpty()
                && linear.length == 0
                && !parameters.getOrDefault("boost_from_average", "1").equals("0");
    }

    private static float real(String part, String text) {
        try {
            return Float.parseFloat(part.strip());
        } catch (NumberFormatException e) {
            throw new ModelFormatException("XGBoost model: base_score " + text + " (expected: a number)", e);
        }
    }

    private int optional(String parameter) {
        return parameters.containsKey(parameter) ? whole(parameter) : 0;
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

    static ModelFormatException refuse(String trait, String expected) {
        return new ModelFormatException("XGBoost model: " + trait + " is not supported (expected: " + expected + ")");
    }

    static ModelFormatException unknown(String member) {
        return refuse("the member " + member, "what XGBoost up to 3.4 writes");
    }
}
