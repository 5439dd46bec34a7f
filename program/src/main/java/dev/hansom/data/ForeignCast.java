package dev.hansom.data;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// How a stored column becomes the number or the category that a model of another library reads, in SQL.
///
/// Text of a CSV file that pandas reads as missing is missing. Text that is no number, or a time where a number is
/// wanted, is lost. Source: pandas 3.1, `read_csv`, `na_values`.
record ForeignCast(String column, String stored, boolean csv) {
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

    RowFile.Column column(Schema.Column as) {
        return as.type() == Type.STRING
                ? new RowFile.Column(column, as, category(), "")
                : new RowFile.Column(column, as, number(), lost());
    }

    private String category() {
        return csv ? present() : new Cast(column, stored, Type.STRING, ZoneOffset.UTC).value();
    }

    private String number() {
        return switch (kind()) {
            case "VARCHAR" ->
                "CASE lower(" + present() + ") WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 ELSE TRY_CAST(" + present()
                        + " AS DOUBLE) END";
            case "BOOLEAN" -> "CAST(CAST(" + name() + " AS TINYINT) AS DOUBLE)";
            default -> isNumber() ? "CAST(" + name() + " AS DOUBLE)" : "CAST(NULL AS DOUBLE)";
        };
    }

    private String lost() {
        if (isNumber() || kind().equals("BOOLEAN")) {
            return "";
        }
        String there = kind().equals("VARCHAR") ? present() : name();
        return there + " IS NOT NULL AND (" + number() + ") IS NULL";
    }

    private String present() {
        return csv
                ? "CASE WHEN " + name() + " IN (" + Sql.list(MISSING) + ") THEN NULL ELSE " + name() + " END"
                : name();
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
        String kind = stored.toUpperCase(Locale.ROOT);
        return kind.startsWith("ENUM") ? "VARCHAR" : kind;
    }

    private String name() {
        return kind().equals("VARCHAR") && !csv ? "CAST(" + Sql.name(column) + " AS VARCHAR)" : Sql.name(column);
    }
}
