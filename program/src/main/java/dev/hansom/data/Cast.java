package dev.hansom.data;

import dev.hansom.score.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a stored column, `source` in SQL, becomes a value of a declared type, in SQL: a DOUBLE, a VARCHAR or a BIGINT as
/// [dev.hansom.score.Columns] holds it, null where the stored value has no such reading.
///
/// Types change from month to month: whole numbers stored as doubles, times as text. A fraction is no `int64`; a whole
/// double as text has no point, so that a code reads the same in every month. A text in a column that is no text may
/// be one of [#MISSING], which is missing and not lost. A time with an offset is moved to the wall clock of the zone:
/// an
/// hour that comes twice when clocks are set back is the same wall-clock hour both times.
record Cast(String source, String stored, Type declared, ZoneId zone, Optional<CsvFormat> csv) {
    /// The texts that mean a missing value in columns that are no text, where a project does not list its own.
    static final List<String> MISSING =
            List.of("", "NA", "N/A", "n/a", "#N/A", "null", "NULL", "None", "NaN", "nan", "-", "?", "\\N");

    private static final String BETWEEN = "\u001f";
    /// The largest number up to which every whole number is a double: 2^53.
    private static final String EXACT = "9007199254740992";

    /// The value in SQL.
    String value() {
        return switch (declared) {
            case DOUBLE -> real();
            case INT64 -> whole();
            case STRING -> string();
            case TIMESTAMP -> "epoch_us(" + timestamp() + ")";
            case DATE -> day();
            case BOOLEAN -> "CAST(TRY_CAST(" + plain() + " AS BOOLEAN) AS BIGINT)";
        };
    }

    /// The value as an SQL TIMESTAMP on the wall clock of the zone.
    String timestamp() {
        if (kind().equals("TIMESTAMP WITH TIME ZONE")) {
            return here(source);
        }
        TimeForms forms = new TimeForms(csv.flatMap(CsvFormat::dates), this::here);
        if (isText()) {
            return forms.ofText(source);
        }
        if (isInteger() || isFloat() || isDecimal()) {
            return forms.ofNumber(source, isInteger());
        }
        return "TRY_CAST(" + (isTime() ? source : text()) + " AS TIMESTAMP)";
    }

    /// A moment in SQL on the wall clock of the zone. DuckDB knows zones by their places only, not by an offset.
    private String here(String moment) {
        return zone.normalized() instanceof ZoneOffset offset
                ? "(timezone('UTC', " + moment + ") + to_seconds(" + offset.getTotalSeconds() + "))"
                : "timezone(" + Sql.text(zone.getId()) + ", " + moment + ")";
    }

    /// Whether a value was there and lost something, in SQL: it has no reading in the declared type, or was rounded.
    /// Empty where that cannot be.
    String lost() {
        if (declared == Type.STRING || kind().equals("\"NULL\"")) {
            return "";
        }
        if (declared == Type.DOUBLE && !isText()) {
            return roundedToDouble();
        }
        if (declared == Type.INT64 && isInteger() && !kind().startsWith("U") && !kind().equals("HUGEINT")) {
            return "";
        }
        if (declared == Type.BOOLEAN && kind().equals("BOOLEAN")) {
            return "";
        }
        if (isTime() && (declared == Type.TIMESTAMP || declared == Type.DATE)) {
            return "NOT isfinite(" + source + ")";
        }
        String unread = source + " IS NOT NULL AND (" + value() + ") IS NULL" + unlessMissing();
        return declared == Type.DOUBLE && isText() ? "(" + unread + ") OR (" + roundedText() + ")" : unread;
    }

    private String roundedToDouble() {
        if (isFloat()) {
            return "";
        }
        String wide = "TRY_CAST(" + source + " AS DOUBLE)";
        if (isInteger()) {
            boolean fits = !kind().contains("BIGINT") && !kind().contains("HUGEINT");
            return fits
                    ? ""
                    : "(" + source + " > " + EXACT + (kind().startsWith("U") ? "" : " OR " + source + " < -" + EXACT)
                            + ") AND TRY_CAST(" + wide + " AS HUGEINT) IS DISTINCT FROM TRY_CAST(" + source
                            + " AS HUGEINT)";
        }
        if (isDecimal()) {
            return source + " IS NOT NULL AND TRY_CAST(" + wide + " AS " + stored + ") IS DISTINCT FROM " + source;
        }
        return source + " IS NOT NULL AND (" + value() + ") IS NULL";
    }

    private String roundedText() {
        String whole = "TRY_CAST(" + number() + " AS HUGEINT)";
        return "strlen(" + source + ") > 15 AND " + whole + " > " + EXACT + " AND TRY_CAST(" + value()
                + " AS HUGEINT) <> " + whole;
    }

    private String unlessMissing() {
        if (isFloat()) {
            return " AND NOT isnan(" + source + ")";
        }
        boolean listed = csv.isPresent() && csv.get().nullsDeclared();
        return isText()
                // Neither IN nor a list: a thousand of either in one query crash DuckDB 2.0.0.
                ? " AND NOT contains("
                        + Sql.text(BETWEEN + String.join(BETWEEN, listed ? List.of("") : MISSING) + BETWEEN) + ", '"
                        + BETWEEN + "' || trim(" + source + ") || '" + BETWEEN + "')"
                : "";
    }

    private String real() {
        String real = "TRY_CAST(" + number() + " AS DOUBLE)";
        return mayBeSigned()
                ? "coalesce(" + real + ", TRY_CAST(" + number(SignedNumber.plain(source)) + " AS DOUBLE))"
                : real;
    }

    private String whole() {
        if (isInteger() || kind().equals("BOOLEAN")) {
            return "TRY_CAST(" + source + " AS BIGINT)";
        }
        return mayBeSigned()
                ? "coalesce(" + whole(number()) + ", " + whole(number(SignedNumber.plain(source))) + ")"
                : whole(number());
    }

    /// Whether numbers of the column may have signs around them: the patterns cost a wide table much.
    private boolean mayBeSigned() {
        return isText() && (csv.isEmpty() || csv.get().signed().contains(source));
    }

    private static String whole(String number) {
        String real = "TRY_CAST(" + number + " AS DOUBLE)";
        return "CASE WHEN " + real + " = trunc(" + real + ") THEN TRY_CAST(" + number + " AS BIGINT) END";
    }

    private String string() {
        if (!isFloat() && !isDecimal()) {
            return text();
        }
        return "CASE WHEN " + source + " = trunc(" + source + ") AND abs(" + source + ") < 1e15 THEN CAST(CAST("
                + source + " AS BIGINT) AS VARCHAR) WHEN isnan(CAST(" + source + " AS DOUBLE)) THEN NULL ELSE "
                + text() + " END";
    }

    private String day() {
        String date = !kind().equals("DATE") ? "TRY_CAST(" + timestamp() + " AS DATE)" : source;
        return "CASE WHEN isfinite(" + date + ") THEN CAST(" + date + " - DATE '1970-01-01' AS BIGINT) END";
    }

    /// What is cast to a number: the column itself, or its text with a point for the decimal sign.
    private String number() {
        return isText() ? number(source) : plain();
    }

    /// The same of the text `source`.
    private String number(String source) {
        if (csv.isEmpty()) {
            return source;
        }
        char decimal = csv.get().decimal();
        char thousands = csv.get().thousands();
        String point = decimal == '.' ? "" : ", " + Sql.text(String.valueOf(decimal)) + ", '.')";
        if (thousands == CsvFormat.NONE) {
            // A point that is no decimal sign is none of a number either.
            return decimal == '.'
                    ? source
                    : "CASE WHEN NOT contains(" + source + ", '.') THEN replace(" + source + point + " END";
        }
        String sign = Sql.text(String.valueOf(thousands));
        String grouped = Sql.text("\\s*[+-]?\\d{1,3}(" + inRegex(thousands) + "\\d{3})+(" + inRegex(decimal)
                + "\\d*)?([eE][+-]?\\d+)?\\s*");
        String joined = "replace(" + source + ", " + sign + ", '')";
        String plain = decimal == '.' || thousands == '.'
                ? source
                : "CASE WHEN NOT contains(" + source + ", '.') THEN " + source + " END";
        return "CASE WHEN contains(" + source + ", " + sign + ") THEN CASE WHEN regexp_full_match(" + source + ", "
                + grouped + ") THEN " + (decimal == '.' ? joined : "replace(" + joined + point) + " END ELSE "
                + (decimal == '.' ? plain : "replace(" + plain + point) + " END";
    }

    /// The column itself where DuckDB casts it to numbers, else its text.
    private String plain() {
        boolean known = isInteger() || isFloat() || kind().equals("BOOLEAN") || isDecimal();
        return known ? source : text();
    }

    private String text() {
        return isText() ? source : "CAST(" + source + " AS VARCHAR)";
    }

    private boolean isText() {
        return kind().equals("VARCHAR");
    }

    private boolean isTime() {
        return kind().startsWith("TIMESTAMP") || kind().equals("DATE");
    }

    private boolean isInteger() {
        return kind().endsWith("INT") || kind().endsWith("INTEGER");
    }

    private boolean isFloat() {
        return kind().equals("DOUBLE") || kind().equals("FLOAT");
    }

    private boolean isDecimal() {
        return kind().startsWith("DECIMAL");
    }

    private String kind() {
        return stored.toUpperCase(Locale.ROOT);
    }

    private static String inRegex(char sign) {
        return "[" + sign + "]";
    }
}
