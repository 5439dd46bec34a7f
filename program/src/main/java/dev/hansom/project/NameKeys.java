package dev.hansom.project;

import static dev.hansom.project.Key.optional;
import static dev.hansom.project.Key.required;

import java.util.List;
import java.util.regex.Pattern;

/// The keys that give names to expressions, and the rule.
final class NameKeys {
    static final Shape.Form ANY_NAME = new Shape.Form("a text", Pattern.compile("[\\s\\S]+"));
    static final Shape.Text SHRINK = new Shape.Text("a number of rows from 0 on, or auto");

    private NameKeys() {}

    static List<Key> all() {
        return List.of(
                optional(
                        "tables",
                        Keys.NAMES,
                        "Small reference tables, used in expressions as functions: `borough(zone)`."),
                optional("tables.*", Keys.SECTION, "One table."),
                optional("tables.*.source", Keys.TEXT, "Where it comes from, for the record.")
                        .example("NYC TLC, taxi zone lookup table"),
                optional(
                                "tables.*.keys",
                                new Shape.Choice(List.of("int64", "string")),
                                "The type of its keys: whole numbers, or texts.")
                        .otherwise("int64"),
                optional("tables.*.otherwise", Keys.TEXT, "Its value for a key that is missing or not in it.")
                        .derived("other; for numbers missing")
                        .example("Unknown"),
                optional("tables.*.values", new Shape.Names(ANY_NAME), "Its values, texts, each with its keys.")
                        .rival("content"),
                optional("tables.*.values.*", new Shape.Items(Keys.TEXT), "The keys that have this value.")
                        .example("[4, 12, 13]")
                        .refuses("a key that is there twice or of the other type"),
                optional("tables.*.numbers", new Shape.Names(ANY_NAME), "Its keys, each with a number.")
                        .rival("content"),
                optional(
                                "tables.*.numbers.*",
                                new Shape.Real(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                                "The number of this key.")
                        .example("40.8"),
                optional(
                                "tables.*.file",
                                Keys.TEXT,
                                "A CSV, Parquet or JSON lines file with its rows, from the project's folder; a line"
                                        + " without key or value is left out. What is read travels in every model.")
                        .rival("content")
                        .example("zones.csv"),
                optional("tables.*.key", Keys.TEXT, "The column of the file that has the keys; with `file`.")
                        .example("LocationID"),
                optional("tables.*.column", Keys.TEXT, "The column of the file that has the values; with `file`.")
                        .example("Borough"),
                optional(
                                "tables.*.type",
                                new Shape.Choice(List.of("string", "double")),
                                "The type of the values of the file.")
                        .otherwise("string"),
                optional("definitions", Keys.NAMES, "Names for expressions, in order."),
                optional("definitions.*", Keys.EXPRESSION, "What the name stands for.")
                        .example("hour(pickup)"),
                optional("lookups", Keys.NAMES, "What is learned from past rows: a statistic by keys, in order."),
                optional("lookups.*", Keys.SECTION, "One lookup."),
                optional("lookups.*.mean", Keys.EXPRESSION, "It learns the mean of this.")
                        .rival("statistic")
                        .example("duration_minutes"),
                optional("lookups.*.median", Keys.EXPRESSION, "It learns the median of this.")
                        .rival("statistic")
                        .example("duration_minutes"),
                optional(
                                "lookups.*.quantile",
                                new Shape.Items(Keys.EXPRESSION, 2, 2),
                                "It learns a quantile of the first; the second is its share, from 0 to 1.")
                        .rival("statistic")
                        .example("[duration_minutes, 0.9]")
                        .refuses("other than an expression and a share"),
                optional(
                                "lookups.*.count",
                                Keys.EXPRESSION,
                                "It learns how many rows there are in which this is not missing; `1` for all.")
                        .rival("statistic")
                        .example("1"),
                optional(
                                "lookups.*.ratio",
                                new Shape.Items(Keys.EXPRESSION, 2, 2),
                                "It learns the sum of the first over the sum of the second.")
                        .rival("statistic")
                        .example("[duration_minutes, miles]")
                        .refuses("other than two expressions"),
                optional(
                                "lookups.*.after",
                                Keys.EXPRESSION,
                                "What earlier lookups say already: it learns what is left of a mean, median or"
                                        + " quantile.")
                        .derived("nothing")
                        .example("pair_minutes"),
                optional("lookups.*.where", Keys.EXPRESSION, "Which past rows it learns from.")
                        .derived("all")
                        .example("miles > 0"),
                required(
                                "lookups.*.by",
                                new Shape.Items(Keys.EXPRESSION),
                                "Its keys; they must be known at prediction.")
                        .example("[zone, hour(pickup)]"),
                optional(
                                "lookups.*.then",
                                new Shape.Lists("an expression"),
                                "Coarser keys, each level shrunk to the next.")
                        .example("[[zone], [borough(zone)]]"),
                optional(
                                "lookups.*.shrink",
                                SHRINK,
                                "How many rows of the coarser level a key's own rows are mixed with; `auto` is chosen"
                                        + " on the past rows, by the loss on stretches of time that are left out.")
                        .otherwise("0")
                        .example("20")
                        .refuses("other text, or any for a count"),
                optional(
                                "lookups.*.least",
                                new Shape.Whole(1, Integer.MAX_VALUE),
                                "A key with fewer rows is left to the coarser ones.")
                        .otherwise("1")
                        .example("10"),
                optional(
                                "lookups.*.default",
                                new Shape.Real(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                                "Its value where there are no past rows at all.")
                        .derived("missing")
                        .example("10"),
                optional("rule", Keys.SECTION, "Candidate zero: baseline, gate, fallback and yardstick.")
                        .derived("what is usual for all past rows: the median under mae, else the mean"),
                required("rule.expression", Keys.EXPRESSION, "The answer of the rule, from fields known at prediction.")
                        .example("pair_minutes * hour_factor"),
                required("rule.reason", Keys.TEXT, "Why it is a good rule.")
                        .example("what this pair of zones takes, times how slow this hour is"));
    }
}
