package dev.hansom.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How numbers are written in a CSV file: the decimal sign, and what stands between thousands ([CsvFormat#NONE] where
/// nothing does).
///
/// Each column whose values are all numbers with a comma for the decimal sign, and not also with a point, is a voice
/// for
/// the comma; and the other way round. Numbers such as `1.234` have both readings and no voice: without any voice the
/// sign is a comma where semicolons part the values and such numbers have commas, else a point.
record NumberStyle(char decimal, char thousands) {
    private static final String GROUP = "[.' \u00a0\u202f]";
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(\\d+|\\d{1,3}(" + GROUP + "\\d{3})+)(,\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d*|\\d{1,3}([,' \u00a0\u202f]\\d{3})+)(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(([.,' \u00a0\u202f])\\d{3})(\\2\\d{3})*(?!\\d).*");

    /// The style of `rows` that `delimiter` parts.
    static NumberStyle of(List<List<String>> rows, char delimiter) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int commas = 0;
        int points = 0;
        boolean doubtful = false;
        for (int column = 0; column < width; column++) {
            boolean comma = all(rows, column, COMMA, ',');
            boolean point = all(rows, column, POINT, '.');
            commas += comma && !all(rows, column, POINT, ',') ? 1 : 0;
            points += point && !all(rows, column, COMMA, '.') ? 1 : 0;
            doubtful |= comma;
        }
        boolean comma = commas > points || (commas == points && doubtful && delimiter == ';');
        char decimal = comma ? ',' : '.';
        return new NumberStyle(decimal, thousands(rows, width, decimal));
    }

    /// Whether all values of a column are numbers in `pattern`, and one of them has the `sign`.
    private static boolean all(List<List<String>> rows, int column, Pattern pattern, char sign) {
        boolean found = false;
        for (List<String> row : rows) {
            String text = column < row.size() ? row.get(column).strip() : "";
            if (!text.isEmpty()) {
                if (!pattern.matcher(text).matches()) {
                    return false;
                }
                found |= text.indexOf(sign) >= 0;
            }
        }
        return found;
    }

    /// What stands between the thousands of a column that is all numbers.
    private static char thousands(List<List<String>> rows, int width, char decimal) {
        Pattern number = decimal == ',' ? COMMA : POINT;
        for (int column = 0; column < width; column++) {
            char found = CsvFormat.NONE;
            for (List<String> row : rows) {
                String text = column < row.size() ? row.get(column).strip() : "";
                if (!text.isEmpty() && !number.matcher(text).matches()) {
                    found = CsvFormat.NONE;
                    break;
                }
                Matcher grouped = GROUPED.matcher(text);
                if (grouped.matches() && grouped.group(2).charAt(0) != decimal) {
                    found = grouped.group(2).charAt(0);
                }
            }
            if (found != CsvFormat.NONE) {
                return found;
            }
        }
        return CsvFormat.NONE;
    }
}
