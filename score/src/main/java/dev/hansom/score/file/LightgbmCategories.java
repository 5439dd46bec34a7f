package dev.hansom.score.file;

import dev.hansom.score.kernel.Levels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The categories that a data frame of training had, from the last line of a LightGBM model: a list for each
/// column of categories, in the order of the columns. A value that is none of them is missing.
final class LightgbmCategories {
    private LightgbmCategories() {}

    /// The categories of a line `[["a", "b"], [3, 5]]`, or `null` for none.
    static List<Levels> read(String line) {
        List<Levels> columns = new ArrayList<>();
        if (line.isBlank() || line.strip().equals("null")) {
            return columns;
        }
        JsonSource source = new JsonSource(line.getBytes(StandardCharsets.UTF_8));
        source.list(() -> columns.add(column(source)));
        return columns;
    }

    private static Levels column(JsonSource source) {
        List<String> values = new ArrayList<>();
        boolean[] text = new boolean[1];
        source.list(() -> {
            text[0] |= source.isString();
            values.add(source.text());
        });
        if (text[0]) {
            return Levels.texts(values, false);
        }
        double[] numbers =
                values.stream().mapToDouble(LightgbmCategories::number).toArray();
        return Levels.numbers(numbers, false);
    }

    /// A category that is a number, or true or false.
    private static double number(String value) {
        return switch (value) {
            case "true" -> 1;
            case "false" -> 0;
            default -> LightgbmText.number("pandas_categorical", value);
        };
    }
}
