package dev.hansom.data;

import java.util.regex.Pattern;

/// Numbers as spreadsheets show them: with a sign of a currency or of percent before or behind, with brackets or a
/// minus behind for what is below zero.
///
/// The sign is dropped: `12 %` is 12, `$1,200` is 1200, `(3)` is -3.
final class SignedNumber {
    private static final String CURRENCY = "(?:[€$£¥₹₽]|EUR|USD|GBP|CHF|JPY|Fr\\.|kr|z\u0142)";
    private static final String SPACE = "[\\s\u00a0\u202f]*";
    private static final String BELOW = "^" + SPACE + "\\((.*[0-9].*)\\)" + SPACE + "$";
    private static final String BEHIND = "^(.*[0-9])" + SPACE + "-" + SPACE + "$";
    private static final String AROUND = "^" + SPACE + "([+-]?)" + SPACE + CURRENCY + "?" + SPACE + "([+-]?[0-9.,].*?)"
            + SPACE + "(?:" + CURRENCY + "|%)?" + SPACE + "$";
    private static final Pattern BELOW_PATTERN = Pattern.compile(BELOW);
    private static final Pattern BEHIND_PATTERN = Pattern.compile(BEHIND);
    private static final Pattern AROUND_PATTERN = Pattern.compile(AROUND);

    private SignedNumber() {}

    /// The text without its sign, in SQL.
    static String plain(String source) {
        String below = "regexp_replace(" + source + ", " + Sql.text(BELOW) + ", '-\\1')";
        String behind = "regexp_replace(" + below + ", " + Sql.text(BEHIND) + ", '-\\1')";
        return "regexp_replace(" + behind + ", " + Sql.text(AROUND) + ", '\\1\\2')";
    }

    /// Whether a text has a sign that [#plain] drops.
    static boolean isSigned(String text) {
        return !isPlain(text) && !plainText(text).equals(text);
    }

    /// Digits with what stands between them need no look at the patterns.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || ".,'+-eE".indexOf(c) >= 0) && !text.endsWith("-");
    }

    /// The same of a text in memory.
    static String plainText(String text) {
        if (isPlain(text)) {
            return text;
        }
        String below = BELOW_PATTERN.matcher(text).replaceAll("-$1");
        String behind = BEHIND_PATTERN.matcher(below).replaceAll("-$1");
        return AROUND_PATTERN.matcher(behind).replaceAll("$1$2");
    }
}
