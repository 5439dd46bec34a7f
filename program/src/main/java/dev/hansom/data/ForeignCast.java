package dev.hansom.data;

import dev.hansom.score.Type;
import java.util.List;
import java.util.Locale;

/// How a stored column becomes the number or the category that a model of another library reads, in SQL.
///
/// Text of a CSV or JSON file that pandas reads as missing is missing. Text that is no number, or a time where a number
/// is
/// wanted, is lost. Source: pandas 3.1, `read_csv`, `na_values`.
record ForeignCast(Plain plain, boolean textual) {
    /// The column as it is stored, and the casts of a project's fields from it.
    record Plain(Cast cast) {
        /// A dictionary of texts is text.
        static Plain of(Cast cast) {
            boolean dictionary = cast.stored().toUpperCase(Locale.ROOT).startsWith("ENUM");
            return new Plain(
                    dictionary
                            ? new Cast(
                                    "CAST(" + cast.source() + " AS VARCHAR)",
                                    "VARCHAR",
                                    cast.declared(),
                                    cast.zone(),
                                    cast.csv())
                            : cast);
        }

        String source() {
            return cast.source();
        }

        String stored() {
            return cast.stored();
        }

        Plain of(String source) {
            return new Plain(new Cast(source, cast.stored(), cast.declared(), cast.zone(), cast.csv()));
        }

        String value(Type type) {
            return new Cast(cast.source(), cast.stored(), type, cast.zone(), cast.csv()).value();
        }
    }

    private static final List<String> MISSING = List.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    /// The column as the input `wanted` of the model.
    Selected select(Wanted wanted) {
        return wanted.type() == Type.STRING
                ? new Selected(wanted, category(), "")
                : new Selected(wanted, number(), lost());
    }

    private String category() {
        return isText() ? present() : plain.value(Type.STRING);
    }

    private String number() {
        if (isText()) {
            return "CASE lower(" + present() + ") WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 ELSE "
                    + plain.of(present()).value(Type.DOUBLE) + " END";
        }
        if (kind().equals("BOOLEAN")) {
            return "CAST(CAST(" + plain.source() + " AS TINYINT) AS DOUBLE)";
        }
        return isNumber() ? "CAST(" + plain.source() + " AS DOUBLE)" : "CAST(NULL AS DOUBLE)";
    }

    private String lost() {
        if (isNumber() || kind().equals("BOOLEAN")) {
            return "";
        }
        return (isText() ? present() : plain.source()) + " IS NOT NULL AND (" + number() + ") IS NULL";
    }

    private String present() {
        return textual
                ? "CASE WHEN " + plain.source() + " IN (" + Sql.list(MISSING) + ") THEN NULL ELSE " + plain.source()
                        + " END"
                : plain.source();
    }

    private boolean isText() {
        return kind().equals("VARCHAR");
    }

    private boolean isNumber() {
        return kind().endsWith("INT")
                || kind().endsWith("INTEGER")
                || kind().equals("DOUBLE")
                || kind().equals("FLOAT")
                || kind().startsWith("DECIMAL")
                || kind().equals("\"NULL\"");
    }

    private String kind() {
        return plain.stored().toUpperCase(Locale.ROOT);
    }
}
