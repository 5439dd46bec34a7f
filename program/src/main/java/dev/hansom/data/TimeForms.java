package dev.hansom.data;

import dev.hansom.project.DateOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The forms in which tables write times, as SQL that reads them: a TIMESTAMP, null where there is no reading.
///
/// Beside what DuckDB casts: a day, month and year with points; with slashes or dashes where `order` says which of them
/// comes first; a month in English letters; a month alone; digits alone. A number counts from 1970 in UTC: 9 to 11
/// digits seconds, 12 to 14 milliseconds, 15 to 17 microseconds, 18 and 19 nanoseconds; six, eight and fourteen digits
/// that are a month, a day or a time are read as that. `here` moves a moment to the wall clock of the zone.
record TimeForms(Optional<DateOrder> order, UnaryOperator<String> here) {
    private static final String OFFSET = ":\\d\\d(\\.\\d+)?\\s*(Z|[+-]\\d\\d(:?\\d\\d)?)$";
    private static final String POINTS = "^\\s*\\d{1,2}\\.\\d{1,2}\\.\\d{4}";
    /// A day, month and year, or a month, day and year; the year may have two digits.
    static final String DOUBTFUL = "^\\s*(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d\\d)(\\s.*)?$";
    private static final String LETTERS =
            "(?i)^\\s*([a-z]{3,9},? )?(\\d{1,2}[ -])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]";
    private static final String MONTH = "^\\s*\\d{4}-\\d{2}\\s*$";
    private static final String DIGITS = "^\\s*\\d{6,19}\\s*$";
    private static final List<String> CLOCKS =
            List.of(" %H:%M:%S", " %H:%M", "", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f", " %I %p");
    private static final List<String> LETTERED = List.of(
            "%d %b %Y",
            "%d %B %Y",
            "%d-%b-%Y",
            "%d-%b-%y",
            "%b %d, %Y",
            "%B %d, %Y",
            "%b %d %Y",
            "%B %d %Y",
            "%b %Y",
            "%B %Y",
            "%b-%Y",
            "%b-%y",
            "%a, %d %b %Y",
            "%a %d %b %Y");

    /// The time that the text `source` says.
    String ofText(String source) {
        String trimmed = "trim(" + source + ")";
        return "CASE WHEN " + fits(source, OFFSET) + " THEN " + here.apply("TRY_CAST(" + source + " AS TIMESTAMPTZ)")
                + " WHEN " + fits(source, POINTS) + " THEN " + parsed(trimmed, with("%d.%m.%Y", CLOCKS))
                + order.map(one -> " WHEN " + fits(source, DOUBTFUL) + " THEN "
                                + parsed("replace(" + trimmed + ", '-', '/')", with(one, CLOCKS)))
                        .orElse("")
                + " WHEN " + fits(source, LETTERS) + " THEN "
                + parsed(
                        trimmed,
                        LETTERED.stream()
                                .flatMap(day ->
                                        Stream.of("", " %H:%M:%S", " %H:%M").map(clock -> day + clock))
                                .toList())
                + " WHEN " + fits(source, MONTH) + " THEN TRY_CAST(" + trimmed + " || '-01' AS TIMESTAMP)"
                + " WHEN " + fits(source, DIGITS) + " THEN " + ofNumber("TRY_CAST(" + source + " AS BIGINT)", true)
                + " ELSE TRY_CAST(" + source + " AS TIMESTAMP) END";
    }

    /// The time that the number `source` says.
    String ofNumber(String source, boolean whole) {
        String number = "TRY_CAST(" + source + " AS BIGINT)";
        String digits = "CAST(" + number + " AS VARCHAR)";
        String seconds = whole ? number + " * 1000000" : "CAST(round(" + source + " * 1000000) AS BIGINT)";
        return "CASE WHEN " + number + " BETWEEN 190001 AND 219912 THEN "
                + parsed(digits + " || '01'", List.of("%Y%m%d"))
                + " WHEN " + number + " BETWEEN 16000101 AND 22991231 THEN " + parsed(digits, List.of("%Y%m%d"))
                + " WHEN " + number + " BETWEEN 19000101000000 AND 21991231235959 THEN "
                + parsed(digits, List.of("%Y%m%d%H%M%S"))
                + " WHEN " + number + " >= 100000000 THEN "
                + here.apply("make_timestamptz(CASE WHEN " + number
                        + " < 100000000000 THEN " + seconds
                        + " WHEN " + number + " < 100000000000000 THEN " + number + " * 1000"
                        + " WHEN " + number + " < 100000000000000000 THEN " + number
                        + " ELSE " + number + " // 1000 END)")
                + " END";
    }

    /// The first two numbers of the doubtful date `source`, with a year that says nothing; a text that is no such date
    /// where it is none.
    static String day(String source) {
        return "CASE WHEN " + source + " IS NULL OR trim(" + source + ") = '' THEN NULL WHEN " + fits(source, DOUBTFUL)
                + " THEN regexp_extract(" + source + ", '\\d{1,2}[/-]\\d{1,2}') || '/2000' ELSE 'none' END";
    }

    private static List<String> with(DateOrder order, List<String> clocks) {
        return Stream.of("%y", "%Y")
                .flatMap(year -> with((order == DateOrder.DAY_FIRST ? "%d/%m/" : "%m/%d/") + year, clocks).stream())
                .toList();
    }

    private static List<String> with(String day, List<String> clocks) {
        return clocks.stream().map(clock -> day + clock).toList();
    }

    private static String fits(String source, String pattern) {
        return "regexp_matches(" + source + ", " + Sql.text(pattern) + ")";
    }

    private static String parsed(String text, List<String> formats) {
        return "try_strptime(" + text + ", " + Sql.texts(formats) + ")";
    }
}
