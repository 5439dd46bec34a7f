package dev.hansom.data;

import java.util.List;
import java.util.stream.Collectors;

/// Names and texts quoted for DuckDB, so that nothing a person wrote is pasted into SQL as it is.
final class Sql {
    private Sql() {}

    /// A name in double quotes.
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text in single quotes.
    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// Texts with commas between them.
    static String list(List<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /// A list of texts in brackets.
    static String texts(List<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
