package dev.hansom.data;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How numbers are written in a CSV file: the decimal sign, and what stands between thousands ([CsvFormat#NONE] where
/// nothing does).
///
/// Each column whose values are nearly all numbers with a comma for the decimal sign, and not also with a point, is a
/// voice
/// for
/// the comma; and the other way round. Numbers such as `1.234` have both readings and no voice: without any voice the
/// sign is a comma where semicolons part the values and such numbers have commas, else a point.
record NumberStyle(char decimal, char thousands) {
    private static final double NEARLY = 0.99;
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
            boolean comma = fits(rows, column, COMMA) && any(rows, column, text -> has(text, COMMA, ','));
            boolean point = fits(rows, column, POINT) && any(rows, column, text -> has(text, POINT, '.'));
            commas += comma && any(rows, column, text -> only(text, COMMA, POINT)) ? 1 : 0;
            points += point && any(rows, column, text -> only(text, POINT, COMMA)) ? 1 : 0;
            doubtful |= comma;
        }
        boolean comma = commas > points || (commas == points && doubtful && delimiter == ';');
        char decimal = comma ? ',' : '.';
        return new NumberStyle(decimal, thousands(rows, width, decimal));
    }

    /// Whether nearly all values of a column are numbers in `pattern`.
    private static boolean fits(List<List<String>> rows, int column, Pattern pattern) {
        int numbers = 0;
        int all = 0;
        for (List<String> row : rows) {
            String text = text(row, column);
            if (!text.isEmpty()) {
                all++;
                numbers += pattern.matcher(text).matches() ? 1 : 0;
            }
        }
        return all > 0 && numbers >= NEARLY * all;
    }

    private static boolean any(List<List<String>> rows, int column, Predicate<String> test) {
        return rows.stream().map(row -> text(row, column)).anyMatch(test);
    }

    private static boolean has(String text, Pattern pattern, char sign) {
        return text.indexOf(sign) >= 0 && pattern.matcher(text).matches();
    }

    private static boolean only(String text, Pattern pattern, Pattern other) {
        return !text.isEmpty()
                && pattern.matcher(text).matches()
                && !other.matcher(text).matches();
    }

    /// The value without its sign; nothing where it says that there is none.
    private static String text(List<String> row, int column) {
        String text = column < row.size() ? row.get(column).strip() : "";
        return Cast.MISSING.contains(text) ? "" : SignedNumber.plainText(text).strip();
    }

    /// What stands between the thousands of a column that is all numbers.
    private static char thousands(List<List<String>> rows, int width, char decimal) {
        Pattern number = decimal == ',' ? COMMA : POINT;
        for (int column = 0; column < width; column++) {
            char found = CsvFormat.NONE;
            if (!fits(rows, column, number)) {
                continue;
            }
            for (List<String> row : rows) {
                Matcher grouped = GROUPED.matcher(text(row, column));
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
