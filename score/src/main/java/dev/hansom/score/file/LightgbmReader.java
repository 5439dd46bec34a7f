package dev.hansom.score.file;

import dev.hansom.score.ForeignModel;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import dev.hansom.score.kernel.Levels;
import dev.hansom.score.kernel.Sums;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a model that LightGBM 2 to 4 saved as text.
///
/// The model answers what the booster's own `predict` does when it has read the same file: float64 sums in
/// the order of the trees, bit for bit, or within a few units in the last place where an objective takes an
/// exponential (`docs/models.md`).
/// Threads: for one thread.
public final class LightgbmReader {
    private static final int WIDEST = 1 << 20;
    private static final int MOST_OUTPUTS = 10_000;

    private final LightgbmText text;
    private final Map<String, String> head;
    private final List<Tree> trees = new ArrayList<>();
    private List<Levels> categories = List.of();
    private int[] categorical = {};

    private LightgbmReader(byte[] bytes) {
        this.text = new LightgbmText(bytes);
        String first = text.line();
        if (!first.equals("tree")) {
            throw text.wrong(first, "tree, the first word of a LightGBM model");
        }
        this.head = text.block();
    }

    /// The model of a file's bytes, behind its columns.
    /// Errors: what is no such file, or has a trait that is not supported, is a [ModelFormatException].
    public static ForeignModel model(byte[] bytes) {
        LightgbmReader reader = new LightgbmReader(bytes);
        try {
            reader.checkHead();
            reader.readTrees();
            reader.readEnd();
            return reader.model();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException("LightGBM model: " + e.getMessage(), e);
        }
    }

    private void checkHead() {
        String version = head.getOrDefault("version", "");
        if (!List.of("v2", "v3", "v4").contains(version)) {
            throw refuse("version " + version, "v2, v3 or v4");
        }
    }

    private void readTrees() {
        while (true) {
            if (!text.hasMore()) {
                throw text.wrong("the end", "end of trees; was it copied to its end?");
            }
            String line = text.line();
            if (line.equals("end of trees")) {
                break;
            }
            if (line.startsWith("Tree=")) {
                trees.add(LightgbmTree.read(text.block(), "LightGBM model: tree " + trees.size()));
            } else if (!line.isBlank()) {
                throw text.wrong(line, "Tree=, or end of trees");
            }
        }
        int sizes = LightgbmText.words(head.getOrDefault("tree_sizes", "")).size();
        if (sizes != trees.size()) {
            throw new ModelFormatException(
                    "LightGBM model: " + trees.size() + " trees (expected: " + sizes + ", as tree_sizes says)");
        }
    }

    /// What stands after the trees: importances, parameters, and the categories of a data frame.
    private void readEnd() {
        boolean open = false;
        while (text.hasMore()) {
            String line = text.line();
            if (line.equals("parameters:")) {
                open = true;
            } else if (line.equals("end of parameters")) {
                open = false;
            } else if (line.startsWith("[categorical_feature: ") && line.endsWith("]")) {
                categorical = indexes(line.substring(22, line.length() - 1));
            } else if (line.startsWith("pandas_categorical:")) {
                categories = LightgbmCategories.read(line.substring(19));
            }
        }
        if (open) {
            throw text.wrong("the end", "end of parameters; was it copied to its end?");
        }
    }

    private static int[] indexes(String list) {
        return list.isBlank() || list.startsWith("name:")
                ? new int[0]
                : LightgbmText.integers("categorical_feature", list.replace(',', ' '));
    }

    private ForestModel model() {
        int outputs = whole("num_tree_per_iteration");
        int width = Math.addExact(whole("max_feature_idx"), 1);
        if (outputs < 1 || outputs > Math.max(MOST_OUTPUTS, trees.size()) || width < 0 || width > WIDEST) {
            throw refuse(
                    outputs + " outputs of " + trees.size() + " trees and " + width + " features",
                    "1 to " + MOST_OUTPUTS + " outputs or as many as trees, up to " + WIDEST + " features");
        }
        LightgbmObjective objective = LightgbmObjective.of(head.getOrDefault("objective", ""));
        double[] bases = new double[outputs];
        int[] turns = Sums.inTurn(Arithmetic.DOUBLE, bases, trees.size()).outputs();
        double rounds = head.containsKey("average_output") ? Math.max(1, trees.size() / outputs) : 1;
        Forest forest = new Forest(
                width, new Sums(Arithmetic.DOUBLE, bases, turns, rounds, objective.slope()), objective.link(), trees);
        List<String> names = LightgbmText.words(head.getOrDefault("feature_names", ""));
        if (names.size() != width) {
            throw new ModelFormatException("LightGBM model: " + names.size() + " feature_names (expected: " + width
                    + ", one more than max_feature_idx)");
        }
        boolean usable = new HashSet<>(names).size() == width;
        boolean given = false;
        for (int i = 0; i < width && usable; i++) {
            given |= !names.get(i).equals("Column_" + i);
        }
        List<String> columns =
                usable ? names : ForestModel.Inputs.numbered(width).names();
        String name = head.getOrDefault("objective", "a custom objective");
        return new ForestModel(
                new ForestModel.Inputs(columns, usable && given, levels(width)),
                forest,
                objective.answers(),
                "LightGBM " + (name.isEmpty() ? "custom" : name) + ", " + trees.size() + " trees");
    }

    /// The categories of each column: those that the parameters name, else those whose range is a list of
    /// codes.
    private List<@Nullable Levels> levels(int width) {
        List<@Nullable Levels> levels = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            levels.add(null);
        }
        int[] columns = categorical.length == categories.size() ? categorical : listed(false);
        if (columns.length != categories.size()) {
            columns = listed(true);
        }
        if (!categories.isEmpty() && columns.length != categories.size()) {
            throw refuse(
                    "categories of " + categories.size() + " columns of which it names " + columns.length,
                    "a file that names its columns of categories");
        }
        for (int i = 0; i < categories.size(); i++) {
            if (columns[i] < 0 || columns[i] >= width) {
                throw new IllegalArgumentException("column " + columns[i] + " (expected: 0 to " + (width - 1) + ")");
            }
            levels.set(columns[i], categories.get(i));
        }
        return levels;
    }

    /// The columns whose range is a list of codes, and those without a range too where `constant`: a column of one
    /// category has none.
    private int[] listed(boolean constant) {
        Numbers listed = new Numbers();
        List<String> ranges = LightgbmText.words(head.getOrDefault("feature_infos", ""));
        for (int i = 0; i < ranges.size(); i++) {
            boolean none = ranges.get(i).equals("none");
            if (none ? constant : !ranges.get(i).startsWith("[")) {
                listed.add(i);
            }
        }
        return listed.integers();
    }

    private int whole(String key) {
        int[] numbers = LightgbmText.integers(key, head.getOrDefault(key, ""));
        if (numbers.length != 1) {
            throw new ModelFormatException("LightGBM model: no " + key + " (expected: a model that LightGBM saved)");
        }
        return numbers[0];
    }

    static ModelFormatException refuse(String trait, String expected) {
        return new ModelFormatException("LightGBM model: " + trait + " is not supported (expected: " + expected + ")");
    }
}
