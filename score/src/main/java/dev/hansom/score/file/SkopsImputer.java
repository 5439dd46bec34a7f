package dev.hansom.score.file;

import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.Flag;
import dev.hansom.score.pipeline.ImputeNumber;
import dev.hansom.score.pipeline.ImputeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a SimpleImputer: what it learned for each column stands for missing values; a column for which it learned
/// nothing is left out.
final class SkopsImputer {
    private SkopsImputer() {}

    static List<Slot> read(SkopsPlan plan, SkopsNode node, List<Slot> in) {
        List<@Nullable Object> learned = node.at("statistics_").values();
        if (learned.size() != in.size()) {
            throw node.wrong(learned.size() + " statistics", in.size() + ", one a column");
        }
        boolean texts = learned.stream().anyMatch(String.class::isInstance);
        boolean keep = node.at("strategy").text().equals("constant")
                || (node.has("keep_empty_features")
                        && node.at("keep_empty_features").truth());
        List<Slot> out = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            Object fill = learned.get(i);
            boolean empty = fill == null || fill.equals(Double.NaN);
            if (!empty || keep) {
                out.add(texts ? text(plan, node, in.get(i), fill) : number(plan, node, in.get(i), fill));
            }
        }
        if (node.has("indicator_")) {
            for (double feature : node.at("indicator_").at("features_").numbers()) {
                out.add(flag(plan, node, in.get((int) feature)));
            }
        }
        return out;
    }

    private static Slot number(SkopsPlan plan, SkopsNode node, Slot from, @Nullable Object fill) {
        Slot to = plan.number();
        double value = fill instanceof Double number ? number : 0;
        plan.add(new ImputeNumber(plan.number(from, node), to.cell(), missing(node), value));
        return to;
    }

    private static Slot text(SkopsPlan plan, SkopsNode node, Slot from, @Nullable Object fill) {
        if (!(fill instanceof String value)) {
            throw node.refuse("SimpleImputer of texts beside numbers", "one kind");
        }
        SkopsNode missing = node.at("missing_values");
        Slot to = plan.text();
        plan.add(new ImputeText(plan.text(from, node), to.cell(), missing.isText() ? missing.text() : null, value));
        return to;
    }

    private static Slot flag(SkopsPlan plan, SkopsNode node, Slot from) {
        if (plan.isText(from)) {
            throw node.refuse("SimpleImputer with add_indicator of texts", "of numbers");
        }
        Slot to = plan.number();
        plan.add(new Flag(plan.number(from, node), to.cell(), missing(node)));
        return to;
    }

    private static double missing(SkopsNode node) {
        SkopsNode missing = node.at("missing_values");
        return missing.isNull() || missing.isText() ? Double.NaN : missing.number();
    }
}
