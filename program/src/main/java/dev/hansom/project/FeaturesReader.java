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
            Section one = section.section(name);
            one.oneOf("form").ifPresent(form -> encoder(name, form, one));
            one.close();
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

    private void encoder(String name, String form, Section one) {
        places.put("encoder " + name, one.placeOf(form));
        switch (form) {
            case "expression" -> expression(name, one);
            case "category" ->
                category(name, one.optionalText("category").stream().toList(), one);
            case "cross" -> cross(name, one);
            case "cyclical" -> cyclical(name, one);
            default -> coordinates(name, one.section("coordinates"));
        }
    }

    private void expression(String name, Section one) {
        places.replace("feature " + name, one.placeOf("expression"));
        features.add(new Feature(name, one.text("expression")));
        direction(one).ifPresent(direction -> directions.put(name, direction));
    }

    /// The promised direction of a field or a feature.
    static Optional<Direction> direction(Section one) {
        return one.optionalText("monotone").map(word -> Direction.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private void cross(String name, Section one) {
        List<String> keys = one.texts("cross");
        category(name, keys, one);
    }

    private void category(String name, List<String> keys, Section one) {
        word(name, one);
        long least = one.whole("least");
        int most = (int) one.whole("most");
        if (one.text("order").equals("target")) {
            String mean = name + "_mean";
            places.put("lookup " + mean, places.of("encoder " + name));
            lookups.add(new LookupPlan(
                    mean,
                    Measure.of(Statistic.MEAN, target),
                    List.of(keys),
                    OptionalDouble.empty(),
                    least,
                    OptionalDouble.empty()));
            features.add(new Feature(name, mean));
            return;
        }
        CategoryPlan plan = new CategoryPlan(name, keys, least, most);
        encoders.add(plan);
        features.add(new Feature(name, plan.code()));
    }

    private static void word(String name, Section one) {
        if (!Section.WORD.matcher(name).matches()) {
            one.problem(one.placeOf(""), "the encoder " + name + " is no name", Keys.WORD.what());
        }
    }

    private void cyclical(String name, Section one) {
        String expression = one.text("cyclical");
        double period = one.optionalNumber("period").orElse(0.0);
        places.put("feature " + name + "_sin", one.placeOf("cyclical"));
        places.put("feature " + name + "_cos", one.placeOf("cyclical"));
        if (!(period > 0)) {
            one.refuse(
                    "period",
                    one.has("period") ? String.valueOf(period) : "nothing",
                    "more than zero, for example 24 for hours");
            period = 1;
        }
        String angle = TURN + " * (" + expression + ") / " + period;
        features.add(new Feature(name + "_sin", "sin(" + angle + ")"));
        features.add(new Feature(name + "_cos", "cos(" + angle + ")"));
    }

    private void coordinates(String name, Section one) {
        word(name, one);
        places.replace("encoder " + name, one.placeOf("distance"));
        CoordinatesPlan plan = new CoordinatesPlan(
                name,
                one.text("from"),
                one.text("to"),
                one.text("distance"),
                (int) one.whole("dimensions"),
                one.optionalText("where"),
                one.whole("least"));
        one.close();
        encoders.add(plan);
        for (String end : List.of("from", "to")) {
            plan.names(end).forEach(coordinate -> features.add(new Feature(coordinate, coordinate)));
        }
        features.add(new Feature(name + "_distance", plan.between()));
    }
}
