package dev.hansom.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small file of separated values in memory: fields by commas, semicolons or tabs, whichever the first line has most
/// of; quoted by `"`, which is doubled inside; UTF-8 with or without a byte order mark. An empty field without quotes
/// is
/// null.
///
/// Source: RFC 4180. For files of rows there is the room `data`; this is for reference tables.
public final class Csv {
    private static final long LARGEST = 16L << 20;

    private final String text;
    private final char separator;
    private int at;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /// The lines of `file`, each with its fields; empty lines are left out. Errors: FILE_UNUSABLE.
    public static List<List<@Nullable String>> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "too large for a reference table")
                                .value(Files.size(file) + " bytes")
                                .expected("at most " + LARGEST));
            }
            return lines(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
    }

    static List<List<@Nullable String>> lines(String text) {
        Csv csv = new Csv(text.startsWith("\ufeff") ? text.substring(1) : text);
        List<List<@Nullable String>> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            List<@Nullable String> line = csv.line();
            if (line.size() > 1 || line.getFirst() != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {',', ';', '\t'}) {
            best = count(first, one) > count(first, best) ? one : best;
        }
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private List<@Nullable String> line() {
        List<@Nullable String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            char end = at < text.length() ? text.charAt(at++) : '\n';
            if (end != separator) {
                if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                return fields;
            }
        }
    }

    private @Nullable String field() {
        StringBuilder field = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                boolean twice = c == '"' && at < text.length() && text.charAt(at) == '"';
                if (c == '"' && !twice) {
                    break;
                }
                at += twice ? 1 : 0;
                field.append(c);
            }
        }
        while (at < text.length() && !ends(text.charAt(at))) {
            field.append(text.charAt(at++));
        }
        return field.isEmpty() && !quoted ? null : field.toString();
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }
}
