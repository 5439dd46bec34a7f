package dev.hansom.score.file;

import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.Levels;
import dev.hansom.score.pipeline.OneHot;
import dev.hansom.score.pipeline.Ordinal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the encoders of categories, whose categories may be texts or numbers.
final class SkopsEncoders {
    private final SkopsPlan plan;
    private final SkopsNode node;
    private final List<SkopsNode> categories;
    /// By column: the place that is dropped, null or none where none is.
    private final List<@Nullable Object> dropped;

    private SkopsEncoders(SkopsPlan plan, SkopsNode node) {
        this.plan = plan;
        this.node = node;
        this.categories = node.at("categories_").items();
        String drop = node.has("_drop_idx_after_grouping") ? "_drop_idx_after_grouping" : "drop_idx_";
        this.dropped = node.has(drop) ? node.at(drop).values() : List.of();
    }

    static List<Slot> read(SkopsPlan plan, SkopsNode node, List<Slot> in) {
        SkopsEncoders encoders = new SkopsEncoders(plan, node);
        if (encoders.categories.size() != in.size()) {
            throw node.wrong(encoders.categories.size() + " lists of categories", in.size() + ", one a column");
        }
        List<Slot> out = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            out.addAll(
                    switch (node.name()) {
                        case "OneHotEncoder" -> encoders.oneHot(in.get(i), i);
                        case "OrdinalEncoder" -> encoders.ordinal(in.get(i), i);
                        default -> encoders.target(in.get(i), i);
                    });
        }
        return out;
    }

    private List<Slot> oneHot(Slot slot, int column) {
        Levels levels = levels(column);
        int[] mapping = mapping(column, levels.size());
        int drop = drop(column);
        int[] places = Arrays.stream(mapping)
                .map(place -> place == drop ? -1 : drop >= 0 && place > drop ? place - 1 : place)
                .toArray();
        int width = Arrays.stream(places).max().orElse(-1) + 1;
        int unknown = switch (node.at("handle_unknown").text()) {
            case "error" -> OneHot.STOP;
            case "infrequent_if_exist", "warn" -> {
                int infrequent = infrequent(column);
                yield infrequent < 0 ? -1 : places[infrequent];
            }
            default -> -1;
        };
        int first = plan.cells(width);
        plan.add(new OneHot(cell(slot, levels), first, width, levels, places, unknown));
        return plan.slots(first, width);
    }

    private List<Slot> ordinal(Slot slot, int column) {
        Levels levels = levels(column);
        double[] codes =
                Arrays.stream(mapping(column, levels.size())).asDoubleStream().toArray();
        if (node.has("_missing_indices")) {
            Map<String, SkopsNode> missing = node.at("_missing_indices").entries();
            SkopsNode place = missing.get(String.valueOf(column));
            if (place != null && place.whole() >= 0 && place.whole() < codes.length) {
                codes[place.whole()] = node.at("encoded_missing_value").number();
            }
        }
        boolean stops = node.at("handle_unknown").text().equals("error");
        double unknown = stops || !node.has("unknown_value")
                ? Double.NaN
                : node.at("unknown_value").number();
        Slot to = plan.number();
        plan.add(new Ordinal(cell(slot, levels), to.cell(), levels, codes, unknown, stops));
        return List.of(to);
    }

    private List<Slot> target(Slot slot, int column) {
        SkopsNode mean = node.at("target_mean_");
        if (node.at("target_type_").text().equals("multiclass")) {
            throw node.refuse("TargetEncoder of several classes", "of two classes or numbers");
        }
        Levels levels = levels(column);
        double[] codes = node.at("encodings_").item(column).numbers();
        if (codes.length != levels.size()) {
            throw node.wrong(codes.length + " encodings", levels.size() + ", one a category");
        }
        Slot to = plan.number();
        plan.add(new Ordinal(cell(slot, levels), to.cell(), levels, codes, mean.number(), false));
        return List.of(to);
    }

    private int cell(Slot slot, Levels levels) {
        return levels.isText() ? plan.text(slot, node) : plan.number(slot, node);
    }

    private Levels levels(int column) {
        try {
            return new Levels(categories.get(column).values());
        } catch (IllegalArgumentException e) {
            throw node.refuse(e.getMessage() == null ? "categories of several kinds" : e.getMessage(), "one kind");
        }
    }

    /// Which column each category has before one is dropped: its own, or that of the infrequent ones.
    private int[] mapping(int column, int size) {
        if (isGrouped() && node.has("_default_to_infrequent_mappings")) {
            SkopsNode mapping = node.at("_default_to_infrequent_mappings").item(column);
            if (!mapping.isNull()) {
                double[] places = mapping.numbers();
                if (places.length != size) {
                    throw mapping.wrong(places.length + " places", size + ", one a category");
                }
                if (Arrays.stream(places).anyMatch(place -> place < 0 || place >= size)) {
                    throw mapping.wrong("a place that is none", "0 to " + (size - 1));
                }
                return Arrays.stream(places).mapToInt(place -> (int) place).toArray();
            }
        }
        return IntStream.range(0, size).toArray();
    }

    private boolean isGrouped() {
        return node.has("_infrequent_enabled") && node.at("_infrequent_enabled").truth();
    }

    /// The first infrequent category of a column, or -1.
    private int infrequent(int column) {
        if (!isGrouped() || !node.has("_infrequent_indices")) {
            return -1;
        }
        SkopsNode indices = node.at("_infrequent_indices").item(column);
        return indices.isNull() ? -1 : (int) indices.numbers()[0];
    }

    /// The column that is dropped, or -1.
    private int drop(int column) {
        return !dropped.isEmpty() && dropped.get(column) instanceof Double number ? number.intValue() : -1;
    }
}
