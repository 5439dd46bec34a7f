package dev.hansom.score.file;

import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.Affine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the scalers: each does to a column what scikit-learn does, operation by operation.
final class SkopsScalers {
    private SkopsScalers() {}

    static List<Slot> read(SkopsPlan plan, SkopsNode node, List<Slot> in) {
        int width = in.size();
        double[] minus = fill(width, 0);
        double[] over = fill(width, 1);
        double[] times = fill(width, 1);
        double[] plus = fill(width, 0);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        switch (node.name()) {
            case "StandardScaler" -> {
                minus = wanted(node, "with_mean", "mean_", minus);
                over = wanted(node, "with_std", "scale_", over);
            }
            case "RobustScaler" -> {
                minus = wanted(node, "with_centering", "center_", minus);
                over = wanted(node, "with_scaling", "scale_", over);
            }
            case "MaxAbsScaler" -> over = numbers(node, "scale_", width);
            default -> {
                times = numbers(node, "scale_", width);
                plus = numbers(node, "min_", width);
                if (node.has("clip") && node.at("clip").truth()) {
                    low = node.at("feature_range").item(0).number();
                    high = node.at("feature_range").item(1).number();
                }
            }
        }
        List<Slot> out = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Slot to = plan.number();
            int from = plan.number(in.get(i), node);
            plan.add(new Affine(from, to.cell(), minus[i], over[i], times[i], plus[i], low, high));
            out.add(to);
        }
        return out;
    }

    private static double[] wanted(SkopsNode node, String whether, String what, double[] otherwise) {
        return node.at(whether).truth() ? numbers(node, what, otherwise.length) : otherwise;
    }

    private static double[] numbers(SkopsNode node, String name, int width) {
        double[] numbers = node.at(name).numbers();
        if (numbers.length != width) {
            throw node.at(name).wrong(numbers.length + " numbers", width + ", one a column");
        }
        return numbers;
    }

    private static double[] fill(int width, double value) {
        double[] numbers = new double[width];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
