package dev.hansom.project;

import static dev.hansom.project.Key.optional;
import static dev.hansom.project.Key.required;

import java.util.List;

/// The keys of what a model learns from, and of what its answers are held to.
final class FeatureKeys {
    static final Shape.Choice DIRECTION = new Shape.Choice(List.of("increasing", "decreasing"));
    private static final Shape ANY = new Shape.Real(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private FeatureKeys() {}

    static List<Key> all() {
        return List.of(
                required(
                        "features",
                        new Shape.Names(NameKeys.ANY_NAME),
                        "What a model learns from, in order; a feature may use earlier ones by their names."),
                optional(
                        "features.*",
                        new Shape.Brief(Keys.EXPRESSION, "expression"),
                        "One feature, or an encoder that makes one or several."),
                optional("features.*.expression", Keys.EXPRESSION, "A number or a boolean, known at prediction.")
                        .rival("form")
                        .example("hour(pickup)"),
                optional(
                                "features.*.monotone",
                                DIRECTION,
                                "The answer never moves the other way while the feature grows; with `expression`.")
                        .example("increasing")
                        .refuses("a learner that cannot keep it"),
                optional(
                                "features.*.category",
                                Keys.EXPRESSION,
                                "A category: its levels are learned from the past. Trees see one number a level (0 is the most"
                                        + " frequent; rare and unknown levels share the number after the last), linear"
                                        + " models a column for each. A missing level is missing.")
                        .rival("form")
                        .example("payment_type"),
                optional(
                                "features.*.cross",
                                new Shape.Items(Keys.EXPRESSION, 2, Integer.MAX_VALUE),
                                "Several categories crossed into one.")
                        .rival("form")
                        .example("[vendor, payment_type]")
                        .refuses("fewer than two"),
                optional(
                                "features.*.least",
                                new Shape.Whole(1, Integer.MAX_VALUE),
                                "A level of a category or cross with fewer past rows is rare.")
                        .otherwise("10"),
                optional("features.*.most", new Shape.Whole(1, 65_536), "At most so many levels, the most frequent.")
                        .otherwise("200"),
                optional(
                                "features.*.order",
                                new Shape.Choice(List.of("frequency", "target")),
                                "What the number of a level is: its place by frequency, or the mean of the target in its rows,"
                                        + " shrunk to that of all as the past advises and learned out of fold.")
                        .otherwise("frequency"),
                optional(
                                "features.*.cyclical",
                                Keys.EXPRESSION,
                                "A number that comes round: `NAME_sin` and `NAME_cos` of it.")
                        .rival("form")
                        .example("hour(pickup)"),
                optional("features.*.period", ANY, "After how much it comes round; with `cyclical`.")
                        .example("24")
                        .refuses("zero or less, or none"),
                optional(
                                "features.*.coordinates",
                                Keys.SECTION,
                                "A map of keys that is learned from distances between them: `NAME_from_x`, `NAME_from_y`,"
                                        + " `NAME_to_x`, `NAME_to_y` and `NAME_distance`. An unknown key has no place.")
                        .rival("form"),
                required("features.*.coordinates.from", Keys.EXPRESSION, "The key of one end.")
                        .example("PULocationID"),
                required("features.*.coordinates.to", Keys.EXPRESSION, "The key of the other end, of the same kind.")
                        .example("DOLocationID"),
                required(
                                "features.*.coordinates.distance",
                                Keys.EXPRESSION,
                                "How far apart the ends of a past row are; it may be known late.")
                        .example("trip_distance"),
                optional("features.*.coordinates.where", Keys.EXPRESSION, "Which past rows it learns from.")
                        .derived("all")
                        .example("trip_distance > 0"),
                optional(
                                "features.*.coordinates.dimensions",
                                new Shape.Whole(1, CoordinatesPlan.MOST_DIMENSIONS),
                                "How many coordinates a place has.")
                        .otherwise("2"),
                optional(
                                "features.*.coordinates.least",
                                new Shape.Whole(1, Integer.MAX_VALUE),
                                "A key with fewer past rows has no place.")
                        .otherwise("5"),
                optional(
                        "answer",
                        Keys.SECTION,
                        "The range of every answer, of rule and model alike; one outside becomes the nearer end, and is"
                                + " counted."),
                optional("answer.min", ANY, "The least answer.").example("0"),
                optional("answer.max", ANY, "The greatest answer.")
                        .example("180")
                        .refuses("max at or below min"));
    }
}
