package dev.hansom.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which learner makes the model, with fixed parameters by their own names.
public record Learner(Kind kind, Map<String, Double> parameters) {
    /// The parameter by which an answer is a quantile.
    public static final String QUANTILE = "quantile_alpha";

    private static final double ANY = Double.POSITIVE_INFINITY;

    /// A parameter by its name, the numbers that it may have, and what it means.
    public record Parameter(String name, Shape shape, String means) {
        private static Parameter whole(String name, long least, long most, String means) {
            return new Parameter(name, new Shape.Whole(least, most), means);
        }

        private static Parameter real(String name, double least, double most, String means) {
            return new Parameter(name, new Shape.Real(least, most), means);
        }
    }

    /// The learners there are.
    public enum Kind {
        /// Gradient boosted trees. `rounds` fixes their number; without it, early stopping chooses.
        XGBOOST,
        /// Linear regression with an L2 penalty on standardised features.
        RIDGE;

        /// All as they are written.
        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        /// As it is written.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Its parameters. Source: XGBoost 3, parameters of the tree booster.
        public List<Parameter> parameters() {
            return switch (this) {
                case XGBOOST ->
                    List.of(
                            Parameter.whole("rounds", 1, 1_000_000, "Trees; without it early stopping chooses."),
                            Parameter.whole("max_depth", 1, 32, "The depth of a tree."),
                            Parameter.real("eta", 0.0001, 1, "How much of each tree counts."),
                            Parameter.real(
                                    "min_child_weight",
                                    0,
                                    ANY,
                                    "The least weight of a leaf; without it 20, of a class a two-hundredth of the rows but 2 to 20."),
                            Parameter.real("subsample", 0.01, 1, "The share of rows that a tree sees."),
                            Parameter.real("colsample_bytree", 0.01, 1, "The share of features that a tree sees."),
                            Parameter.real("lambda", 0, ANY, "The L2 penalty on leaves."),
                            Parameter.real("alpha", 0, ANY, "The L1 penalty on leaves."),
                            Parameter.real("gamma", 0, ANY, "The least gain of a split."),
                            Parameter.real(
                                    QUANTILE,
                                    0.001,
                                    0.999,
                                    "The quantile that an answer is (0.5 is the median, which `mae` asks for); without it the"
                                            + " mean. Not for a class."),
                            Parameter.whole(
                                    "max_bin",
                                    2,
                                    65_535,
                                    "The bins of a feature; without it 256, or 64 where there are more than 200 features."));
                case RIDGE -> List.of(Parameter.real("penalty", 0, ANY, "The L2 penalty."));
            };
        }
    }
}
