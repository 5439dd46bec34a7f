package dev.hansom.score.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The categories of a column as its model coded them in training: the n-th has the code n.
///
/// Threads: immutable.
public final class Levels {
    /// The code of a value that is none of the categories, where the library refuses such a value.
    static final double REFUSED = Double.NEGATIVE_INFINITY;

    private final Map<Object, Double> codes = new HashMap<>();
    private final boolean text;
    private final double otherwise;

    private Levels(boolean text, boolean refusing) {
        this.text = text;
        this.otherwise = refusing ? REFUSED : Double.NaN;
    }

    /// Categories that are texts. `refusing`: whether a text that is none of them has no answer; else it is
    /// missing.
    public static Levels texts(List<String> categories, boolean refusing) {
        Levels levels = new Levels(true, refusing);
        for (String category : categories) {
            levels.codes.putIfAbsent(category, (double) levels.codes.size());
        }
        return levels;
    }

    /// Categories that are numbers.
    public static Levels numbers(double[] categories, boolean refusing) {
        Levels levels = new Levels(false, refusing);
        for (double category : categories) {
            levels.codes.putIfAbsent(category + 0.0, (double) levels.codes.size());
        }
        return levels;
    }

    /// Whether the categories are texts.
    public boolean isText() {
        return text;
    }

    /// How many categories.
    public int size() {
        return codes.size();
    }

    /// The code of a text; NaN where it is missing or unknown.
    public double code(@Nullable String value) {
        return value == null ? Double.NaN : codes.getOrDefault(value, otherwise);
    }

    /// The code of a number; NaN where it is missing or unknown.
    public double code(double value) {
        return Double.isNaN(value) ? Double.NaN : codes.getOrDefault(value + 0.0, otherwise);
    }
}
