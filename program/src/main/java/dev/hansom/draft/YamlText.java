package dev.hansom.draft;

import java.util.Locale;
import java.util.regex.Pattern;

/// Texts of somebody's table as a YAML file can hold them.
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_ ()+*/<>=.-]*");

    private YamlText() {}

    /// A text that stays on its line, whatever is in it.
    static String inComment(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\ufeff]+", " ");
        return line.length() <= 200 ? line : line.substring(0, 197) + "...";
    }

    /// A text as it is where YAML takes it so, else in double quotes.
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ") ? text : inQuotes(text);
    }

    /// A YAML text in double quotes. Source: YAML 1.2.2, section 5.7.
    static String inQuotes(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
