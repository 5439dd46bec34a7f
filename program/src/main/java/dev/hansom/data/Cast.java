package dev.hansom.data;

import dev.hansom.score.Type;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// How a stored column, `source` in SQL, becomes a value of a declared type, in SQL: a DOUBLE, a VARCHAR or a BIGINT as
/// [dev.hansom.score.Columns] holds it, null where the stored value has no such reading.
///
/// Types change from month to month: whole numbers stored as doubles, times as text. A fraction is no `int64`; a whole
/// double as text has no point, so that a code reads the same in every month.
record Cast(String source, String stored, Type declared, ZoneId zone, Optional<CsvFormat> csv) {
    private static final String OFFSET = ":\\d\\d(\\.\\d+)?\\s*(Z|[+-]\\d\\d(:?\\d\\d)?)$";

    /// The value in SQL.
    String value() {
        return switch (declared) {
            case DOUBLE -> "TRY_CAST(" + plain() + " AS DOUBLE)";
            case INT64 -> whole();
            case STRING -> string();
            case TIMESTAMP -> "epoch_us(" + timestamp() + ")";
            case DATE -> "(" + date() + " - DATE '1970-01-01')";
            case BOOLEAN -> "CAST(TRY_CAST(" + plain() + " AS BOOLEAN) AS BIGINT)";
        };
    }

    /// The value as an SQL TIMESTAMP on the wall clock of the zone.
    String timestamp() {
        if (kind().equals("TIMESTAMP WITH TIME ZONE")) {
            return "timezone(" + Sql.text(zone.getId()) + ", " + name() + ")";
        }
        if (kind().equals("VARCHAR")) {
            String there = "timezone(" + Sql.text(zone.getId()) + ", TRY_CAST(" + name() + " AS TIMESTAMPTZ))";
            return "CASE WHEN regexp_matches(" + name() + ", " + Sql.text(OFFSET) + ") THEN " + there
                    + " ELSE TRY_CAST(" + name() + " AS TIMESTAMP) END";
        }
        return "TRY_CAST(" + (kind().startsWith("TIMESTAMP") || kind().equals("DATE") ? name() : text())
                + " AS TIMESTAMP)";
    }

    /// Whether a value was there and has no reading in the declared type, in SQL; empty where that cannot be.
    String lost() {
        if (isSafe()) {
            return "";
        }
        String there = isFloat() ? name() + " IS NOT NULL AND NOT isnan(" + name() + ")" : name() + " IS NOT NULL";
        return there + " AND (" + value() + ") IS NULL";
    }

    private boolean isSafe() {
        return switch (declared) {
            case DOUBLE -> isInteger() || isFloat();
            case INT64 -> isInteger() && !kind().equals("UBIGINT") && !kind().endsWith("HUGEINT");
            case STRING -> true;
            case TIMESTAMP, DATE, BOOLEAN -> kind().equals(declared.name()) || kind().equals("\"NULL\"");
        };
    }

    private String whole() {
        if (isInteger() || kind().equals("BOOLEAN")) {
            return "TRY_CAST(" + name() + " AS BIGINT)";
        }
        String number = "TRY_CAST(" + plain() + " AS DOUBLE)";
        return "CASE WHEN " + number + " = trunc(" + number + ") THEN TRY_CAST(" + plain() + " AS BIGINT) END";
    }

    private String string() {
        if (!isFloat() && !isDecimal()) {
            return text();
        }
        return "CASE WHEN " + name() + " = trunc(" + name() + ") AND abs(" + name() + ") < 1e15 THEN CAST(CAST("
                + name() + " AS BIGINT) AS VARCHAR) WHEN isnan(CAST(" + name() + " AS DOUBLE)) THEN NULL ELSE " + text()
                + " END";
    }

    private String date() {
        return kind().startsWith("TIMESTAMP") || kind().equals("VARCHAR")
                ? "TRY_CAST(" + timestamp() + " AS DATE)"
                : "TRY_CAST(" + (kind().equals("DATE") ? name() : text()) + " AS DATE)";
    }

    /// The column itself where DuckDB casts it to numbers, else its text.
    private String plain() {
        boolean known = isInteger() || isFloat() || kind().equals("BOOLEAN") || isDecimal();
        return known ? name() : text();
    }

    private String text() {
        return kind().equals("VARCHAR") ? name() : "CAST(" + name() + " AS VARCHAR)";
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

    private String name() {
        return source;
    }
}
