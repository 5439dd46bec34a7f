package dev.hansom.score.file;

import dev.hansom.score.kernel.Link;
import java.util.List;

/// What an objective of LightGBM makes of the sums, each times `slope`; `answers` names the numbers.
/// Source: LightGBM 4.7, `ConvertOutput` and `ToString` of `src/objective`.
record LightgbmObjective(Link link, double slope, String answers) {
    private static final List<String> KNOWN = List.of(
            "regression",
            "regression_l1",
            "huber",
            "fair",
            "quantile",
            "mape",
            "poisson",
            "gamma",
            "tweedie",
            "binary",
            "multiclass",
            "multiclassova",
            "cross_entropy",
            "cross_entropy_lambda",
            "lambdarank",
            "rank_xendcg",
            "custom");

    /// The objective of the file's line, for example `binary sigmoid:1`; an empty one is somebody's own,
    /// which answers the sums.
    /// Errors: one that is not known is a [ModelFormatException] that names it.
    static LightgbmObjective of(String line) {
        List<String> words = LightgbmText.words(line);
        String name = words.isEmpty() ? "custom" : words.get(0);
        return switch (name) {
            case "regression", "regression_l1", "huber", "fair", "quantile", "mape" ->
                new LightgbmObjective(words.contains("sqrt") ? Link.SIGNED_SQUARE : Link.IDENTITY, 1, "value");
            case "poisson", "gamma", "tweedie" -> new LightgbmObjective(Link.EXPONENTIAL, 1, "value");
            case "binary", "multiclassova" -> new LightgbmObjective(Link.LOGISTIC, sigmoid(words), "probability");
            case "multiclass" -> new LightgbmObjective(Link.SOFTMAX, 1, "probability");
            case "cross_entropy" -> new LightgbmObjective(Link.LOGISTIC, 1, "probability");
            case "cross_entropy_lambda" -> new LightgbmObjective(Link.SOFTPLUS, 1, "value");
            case "lambdarank", "rank_xendcg", "custom" -> new LightgbmObjective(Link.IDENTITY, 1, "score");
            default -> throw LightgbmReader.refuse("the objective " + name, "one of " + String.join(", ", KNOWN));
        };
    }

    private static double sigmoid(List<String> words) {
        for (String word : words) {
            if (word.startsWith("sigmoid:")) {
                return roughly(word.substring(8));
            }
        }
        return 1;
    }

    /// A number as LightGBM reads that of an objective: what stands before the point and what stands behind it are
    /// rounded each on its own. Source: LightGBM 4.7, `Common::Atof`.
    private static double roughly(String text) {
        int point = text.indexOf('.');
        if (!text.matches("[0-9]{1,9}\\.[0-9]{1,9}")) {
            return LightgbmText.number("sigmoid", text);
        }
        String fraction = text.substring(point + 1);
        return Integer.parseInt(text.substring(0, point))
                + Integer.parseInt(fraction) / Math.pow(10, fraction.length());
    }
}
