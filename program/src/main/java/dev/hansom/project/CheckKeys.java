package dev.hansom.project;

import static dev.hansom.project.Key.optional;

import java.util.List;
import java.util.regex.Pattern;

/// The keys of `checks:`, what every period of data is held against.
final class CheckKeys {
    private static final Shape COUNT = new Shape.Whole(0, Long.MAX_VALUE);
    private static final Shape SHARE = new Shape.Real(0, 1);
    private static final Shape BOUND = new Shape.Text("a number, a date or a time, as the field's type wants");

    private CheckKeys() {}

    static List<Key> all() {
        Shape expressions = new Shape.Names(new Shape.Form("a text", Pattern.compile("[\\s\\S]+")));
        return List.of(
                optional("checks", Keys.SECTION, "What every period of data is held against; nothing without it."),
                optional("checks.rows", Keys.SECTION, "How many rows a period has."),
                optional("checks.rows.min", COUNT, "At least so many."),
                optional("checks.rows.max", COUNT, "At most so many.").refuses("fewer than `min`"),
                optional("checks.duplicates_at_most", SHARE, "The share of rows that are there already."),
                optional("checks.gap_at_most", Keys.DURATION, "The longest time without a row.")
                        .example("12h"),
                optional("checks.freshness", Keys.DURATION, "How old the newest row may be.")
                        .example("40d"),
                optional("checks.fields", Keys.NAMES, "What the values of a field are held against, by its name.")
                        .refuses("a field that `fields` does not have"),
                optional("checks.fields.*", Keys.SECTION, "One field."),
                optional("checks.fields.*.min", BOUND, "Its least value.")
                        .example("0")
                        .refuses("a bound on text"),
                optional("checks.fields.*.max", BOUND, "Its greatest value.")
                        .example("100")
                        .refuses("less than `min`"),
                optional("checks.fields.*.levels", new Shape.Items(Keys.TEXT), "The values that it may have.")
                        .example("[cash, card]")
                        .refuses("an empty list"),
                optional("checks.fields.*.outside_at_most", SHARE, "The share of values that may lie outside.")
                        .otherwise("0"),
                optional("checks.fields.*.median_min", BOUND, "The least median of a period.")
                        .example("1"),
                optional("checks.fields.*.median_max", BOUND, "The greatest median of a period.")
                        .example("4"),
                optional("checks.fields.*.missing_at_most", SHARE, "The share of rows without a value."),
                optional("checks.expressions", expressions, "What must hold for rows, each by a name."),
                optional("checks.expressions.*", new Shape.Brief(Keys.EXPRESSION, "holds"), "One condition."),
                Key.required("checks.expressions.*.holds", Keys.EXPRESSION, "The condition, over fields and target.")
                        .example("dropoff >= pickup"),
                optional("checks.expressions.*.at_least", SHARE, "The share of rows for which it must hold.")
                        .otherwise("1"));
    }
}
