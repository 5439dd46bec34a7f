package dev.hansom.project;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/// Reads `data.csv`.
final class CsvStyleReader {
    private CsvStyleReader() {}

    /// Says what holds for CSV files where `section` does not say it.
    static void unsaid(Section section) {
        Keys.of("data.csv").forEach(key -> section.unsaid(key.name()));
    }

    /// What `section` says. Problems are collected by the section.
    static CsvStyle read(Section section) {
        CsvStyle style = new CsvStyle(
                sign(section, "delimiter"),
                sign(section, "quote"),
                sign(section, "escape"),
                encoding(section),
                sign(section, "decimal"),
                sign(section, "thousands"),
                dates(section),
                section.optionalFlag("header"),
                section.has("nulls") ? Optional.of(section.texts("nulls")) : Optional.empty());
        if (style.decimal().isPresent() && style.decimal().equals(style.thousands())) {
            section.refuse("thousands", String.valueOf(style.thousands().get()), "another sign than decimal");
        }
        section.close();
        return style;
    }

    private static Optional<DateOrder> dates(Section section) {
        return section.optionalText("dates")
                .map(text -> text.equals(DateOrder.DAY_FIRST.text()) ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    private static Optional<Character> sign(Section section, String key) {
        return section.optionalText(key).map(text -> switch (text) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab" -> '\t';
            case "pipe" -> '|';
            case "space" -> ' ';
            case "none" -> '\0';
            default -> text.charAt(0);
        });
    }

    private static Optional<String> encoding(Section section) {
        Optional<String> named = section.optionalText("encoding");
        try {
            named.ifPresent(Charset::forName);
            return named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            section.refuse("encoding", named.orElse(""), "an encoding such as utf-8, utf-16, iso-8859-1, windows-1252");
            return Optional.empty();
        }
    }
}
