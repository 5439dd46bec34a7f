package dev.hansom.project;

import static dev.hansom.project.Key.optional;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The keys that say how CSV files are written.
final class CsvKeys {
    private static final String WORDS = "comma|semicolon|tab|pipe|space|none|";
    private static final Shape SIGN = new Shape.Form(
            "one character, or comma, semicolon, tab, pipe, space, none", Pattern.compile(WORDS + "\\S"));

    private CsvKeys() {}

    static List<Key> all() {
        return List.of(
                optional("data.csv", Keys.SECTION, "How CSV files are written; what is not said is detected."),
                optional("data.csv.delimiter", SIGN, "What parts the values.")
                        .derived("detected in each file")
                        .example("semicolon"),
                optional("data.csv.quote", SIGN, "What encloses a value that has a delimiter or a line end in it.")
                        .derived("a double quote")
                        .example("\"'\""),
                optional("data.csv.escape", SIGN, "What stands before a quote inside a value.")
                        .derived("the quote itself")
                        .example("'\\'"),
                optional("data.csv.encoding", Keys.TEXT, "The encoding of the text.")
                        .derived("detected in each file: UTF-8, UTF-16 or windows-1252")
                        .example("iso-8859-1")
                        .refuses("an encoding that Java does not know"),
                optional("data.csv.decimal", SIGN, "The decimal sign of numbers.")
                        .derived("detected in each file")
                        .example("comma"),
                optional("data.csv.thousands", SIGN, "What stands between the thousands of numbers.")
                        .derived("detected in each file")
                        .example("\".\""),
                optional(
                                "data.csv.dates",
                                new Shape.Choice(Arrays.stream(DateOrder.values())
                                        .map(DateOrder::text)
                                        .toList()),
                                "What comes first in dates such as 04/05/2021.")
                        .derived("detected in each file")
                        .example("month-first"),
                optional("data.csv.header", new Shape.Flag(), "Whether the first line names the columns.")
                        .derived("detected in each file; without names they are column0, column1, …")
                        .example("false"),
                optional(
                                "data.csv.nulls",
                                new Shape.Items(Keys.TEXT, 0, Integer.MAX_VALUE),
                                "Texts that mean a missing value, besides nothing at all.")
                        .derived("in columns that are no text: NA, N/A, null, None, NaN, -, ?, #N/A, \\N")
                        .example("[NA, \"-9999\"]"));
    }
}
