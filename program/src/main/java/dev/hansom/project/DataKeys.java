package dev.hansom.project;

import static dev.hansom.project.Key.optional;
import static dev.hansom.project.Key.required;

import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.List;

/// The keys that say where rows come from and what their fields are.
final class DataKeys {
    private DataKeys() {}

    static List<Key> all() {
        Shape types =
                new Shape.Choice(Arrays.stream(Type.values()).map(Type::text).toList());
        return List.of(
                required("data", Keys.SECTION, "Where rows come from, and how they are parted."),
                required(
                                "data.files",
                                new Shape.Items(new Shape.Text("a file or a glob, from the project's folder")),
                                "The files: Parquet, CSV or JSON lines; or a folder parted as year=2021/month=01.")
                        .example("[\"data/trips_*.parquet\"]"),
                optional("data.source", Keys.TEXT, "Where the rows come from, for the record.")
                        .example("NYC TLC trip records (green)"),
                optional("data.licence", Keys.TEXT, "Under which terms the rows may be used, for the record.")
                        .example("public open data"),
                optional(
                                "data.sample",
                                new Shape.Real(0, 1),
                                "Which share of the rows is learned from, compared on and replayed, chosen by a hash of their"
                                        + " content (of split.group where it is there); for more rows than memory holds."
                                        + " check and predict see every row.")
                        .otherwise("1")
                        .example("0.1")
                        .refuses("0"),
                optional(
                                "data.period",
                                new Shape.Choice(List.of("auto", "file", "row")),
                                "Whether a file is of the period of most of its rows (rows outside of it are dropped and"
                                        + " counted), or every row of its own.")
                        .otherwise("auto")
                        .refuses("a project without time"),
                optional(
                                "data.each",
                                new Shape.Choice(List.of("day", "week", "month", "year")),
                                "How long a period is.")
                        .otherwise("month")
                        .refuses("a project without time"),
                optional(
                                "data.validate",
                                new Shape.Real(0, 1000),
                                "How many of the last past periods validate; below 1, which share of periods or rows.")
                        .derived("1; 0.2 without time")
                        .refuses("0, and whole numbers without time"),
                optional(
                                "data.live",
                                new Shape.Real(0, 1000),
                                "How many of the last periods are traffic, unread until replay; below 1, which share.")
                        .derived("1; 0.2 without time")
                        .refuses("whole numbers other than 0 without time"),
                optional("split", Keys.SECTION, "What decides on which side of a cut a row lies."),
                optional(
                                "split.by",
                                new Shape.Choice(List.of("time", "group", "random")),
                                "Time; or, without time, a hash of the row's group, or of all of its fields.")
                        .derived("time where there is one, else group where split.group is there, else random")
                        .refuses("random beside time"),
                optional(
                                "split.group",
                                Keys.TEXT,
                                "The field whose rows belong together, such as those of one customer.")
                        .example("customer")
                        .refuses("what is no field"),
                required("fields", Keys.NAMES, "The raw fields of a row, by the names that expressions use."),
                optional("fields.*", new Shape.Brief(types, "type"), "One field."),
                required("fields.*.type", types, "Its type; what the file holds is cast to it.")
                        .example("double"),
                optional("fields.*.column", Keys.TEXT, "The column that it is read from.")
                        .derived("the field's name")
                        .example("\"Trip Distance (mi)\""),
                optional("fields.*.known", Keys.TEXT, "The moment from which its value is known.")
                        .derived("the moment of prediction")
                        .example("request")
                        .refuses("a moment that `moments` does not list"),
                optional("fields.*.stands_in_for", Keys.TEXT, "Why an answer may read it although it is known later.")
                        .example("the routed distance; the records hold what the meter measured"),
                optional("fields.*.unit", Keys.TEXT, "Its unit.").example("miles"),
                optional(
                                "fields.*.monotone",
                                FeatureKeys.DIRECTION,
                                "The answer of a model never moves the other way while the field grows and nothing else changes.")
                        .example("increasing")
                        .refuses(
                                "a learner that cannot keep it, or a feature that reads the field otherwise than as it is"));
    }
}
