package dev.hansom.project;

import dev.hansom.project.Promises.Direction;
import dev.hansom.score.feature.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the features of a project file: an expression each, or an encoder, which becomes lookups to be learned and
/// expressions over them.
final class FeaturesReader {
    private static final double TURN = 2 * Math.PI;
    private static final List<String> FORMS = List.of("expression", "category", "cross", "cyclical", "coordinates");

    private final Places places;
    private final String target;
    private final List<Feature> features = new ArrayList<>();
    private final List<LookupPlan> lookups = new ArrayList<>();
    private final List<EncoderPlan> encoders = new ArrayList<>();
    private final Map<String, Direction> directions = new HashMap<>();

    FeaturesReader(Places places, String target) {
        this.places = places;
        this.target = target;
    }

    void read(Section section) {
        for (String name : section.names()) {
            places.put("feature " + name, section.placeOf(name));
            if (section.isSection(name)) {
                Section one = section.section(name);
                encoder(name, one);
                one.close();
            } else {
                features.add(new Feature(name, section.text(name)));
            }
        }
        if (features.isEmpty()) {
            section.problem(section.placeOf(""), "features has none; a model needs at least one");
        }
    }

    List<Feature> features() {
        return features;
    }

    /// What the encoders learn as a statistic.
    List<LookupPlan> lookups() {
        return lookups;
    }

    List<EncoderPlan> encoders() {
        return encoders;
    }

    Map<String, Direction> directions() {
        return directions;
    }

    private void encoder(String name, Section one) {
        List<String> given = FORMS.stream().filter(one::has).toList();
        if (given.size() != 1) {
            one.problem(one.placeOf(""), "feature " + name + " needs one of " + String.join(":, ", FORMS) + ":");
            FORMS.forEach(one::skip);
            return;
        }
        switch (given.getFirst()) {
            case "expression" -> expression(name, one);
            case "category" -> category(name, List.of(one.text("category")), one);
            case "cross" -> cross(name, one);
            case "cyclical" -> cyclical(name, one);
            default -> coordinates(name, one.section("coordinates"));
        }
    }

    private void expression(String name, Section one) {
        places.put("feature " + name, one.placeOf("expression"));
        features.add(new Feature(name, one.text("expression")));
        direction(one).ifPresent(direction -> directions.put(name, direction));
    }

    /// Reads `monotone:` of a field or a feature.
    static Optional<Direction> direction(Section one) {
        List<String> words = List.of("increasing", "decreasing");
        Optional<String> given = one.optionalText("monotone");
        if (given.isPresent() && !words.contains(given.get())) {
            one.refuse("monotone", given.get(), Section.choices(given.get(), words));
            return Optional.empty();
        }
        return given.map(word -> Direction.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private void cross(String name, Section one) {
        List<String> keys = one.texts("cross");
        if (keys.size() < 2) {
            one.refuse("cross", keys.size() + " expressions", "two or more; a single one is a category");
        }
        category(name, keys, one);
    }

    private void category(String name, List<String> keys, Section one) {
        one.requireWord(name, name);
        places.put("encoder " + name, one.placeOf(one.has("cross") ? "cross" : "category"));
        long least = one.whole("least", 10, 1, Integer.MAX_VALUE);
        int most = (int) one.whole("most", 200, 1, 65_536);
        List<String> orders = List.of("frequency", "target");
        String order = one.optionalText("order").orElse("frequency");
        if (!orders.contains(order)) {
            one.refuse("order", order, Section.choices(order, orders));
        }
        if (order.equals("target")) {
            places.put("lookup " + name + "_mean", one.placeOf(one.has("cross") ? "cross" : "category"));
            lookups.add(new LookupPlan(
                    name + "_mean",
                    Measure.of(Statistic.MEAN, target),
                    List.of(keys),
                    OptionalDouble.empty(),
                    least,
                    OptionalDouble.empty()));
            features.add(new Feature(name, name + "_mean"));
            return;
        }
        CategoryPlan plan = new CategoryPlan(name, keys, least, most);
        encoders.add(plan);
        features.add(new Feature(name, plan.code()));
    }

    private void cyclical(String name, Section one) {
        String expression = one.text("cyclical");
        double period = one.number("period");
        places.put("feature " + name + "_sin", one.placeOf("cyclical"));
        places.put("feature " + name + "_cos", one.placeOf("cyclical"));
        if (!(period > 0)) {
            one.refuse("period", String.valueOf(period), "more than zero, for example 24 for hours");
            period = 1;
        }
        String angle = TURN + " * (" + expression + ") / " + period;
        features.add(new Feature(name + "_sin", "sin(" + angle + ")"));
        features.add(new Feature(name + "_cos", "cos(" + angle + ")"));
    }

    private void coordinates(String name, Section one) {
        one.requireWord(name, name);
        places.put("encoder " + name, one.placeOf("distance"));
        CoordinatesPlan plan = new CoordinatesPlan(
                name,
                one.text("from"),
                one.text("to"),
                one.text("distance"),
                (int) one.whole("dimensions", 2, 1, CoordinatesPlan.MOST_DIMENSIONS),
                one.optionalText("where"),
                one.whole("least", 5, 1, Integer.MAX_VALUE));
        one.close();
        encoders.add(plan);
        for (String end : List.of("from", "to")) {
            plan.names(end).forEach(coordinate -> features.add(new Feature(coordinate, coordinate)));
        }
        features.add(new Feature(name + "_distance", plan.between()));
    }
}
