package dev.hansom.project;

import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the reference tables of a project file, and the small files that they name.
final class TablesReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final Path folder;
    private final TableFiles reading;
    private final List<Table> tables = new ArrayList<>();
    private final SortedSet<Path> files = new TreeSet<>();

    /// Files are relative to `folder` and read by `reading`.
    TablesReader(Path folder, TableFiles reading) {
        this.folder = folder;
        this.reading = reading;
    }

    void read(Optional<Section> section) {
        for (String name : section.map(Section::names).orElse(List.of())) {
            Section one = section.orElseThrow().section(name);
            tables.add(table(name, one));
            one.close();
        }
    }

    List<Table> tables() {
        return tables;
    }

    /// The files that tables were read from.
    Set<Path> files() {
        return files;
    }

    private Table table(String name, Section one) {
        String source = one.optionalText("source").orElse("");
        Type key = type(one, "keys");
        String form = one.oneOf("content").orElse("values");
        Map<Object, Object> rows = new LinkedHashMap<>();
        Type type = Type.STRING;
        switch (form) {
            case "values" -> texts(one.section("values"), key, rows);
            case "numbers" -> {
                type = Type.DOUBLE;
                numbers(one.section("numbers"), key, rows);
            }
            default -> type = file(one, key, rows);
        }
        return new Table(name, key, type, rows, otherwise(one, type), source);
    }

    private static Type type(Section one, String key) {
        return one.optionalText(key)
                .map(word -> Type.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Type.INT64);
    }

    private static void texts(Section values, Type type, Map<Object, Object> rows) {
        for (String value : values.names()) {
            values.texts(value).forEach(text -> put(values, value, text, type, value, rows));
        }
    }

    private static void numbers(Section numbers, Type type, Map<Object, Object> rows) {
        for (String key : numbers.names()) {
            numbers.optionalNumber(key).ifPresent(value -> put(numbers, key, key, type, value, rows));
        }
    }

    private static void put(Section at, String name, String text, Type type, Object value, Map<Object, Object> rows) {
        Object key = text;
        if (type == Type.INT64) {
            try {
                key = Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                at.refuse(name, text, "whole numbers as keys, or keys: string");
                return;
            }
        }
        if (rows.putIfAbsent(key, value) != null) {
            at.problem(at.placeOf(name), "key " + text + " is there twice", "each key once");
        }
    }

    private Type file(Section one, Type key, Map<Object, Object> rows) {
        Type type = one.text("type").equals("double") ? Type.DOUBLE : Type.STRING;
        Path file = folder.resolve(one.text("file")).normalize();
        Optional<String> keys = one.optionalText("key");
        Optional<String> column = one.optionalText("column");
        if (keys.isEmpty() || column.isEmpty()) {
            one.problem(
                    one.placeOf("file"), "a table of a file needs key: and column:", "the names of two of its columns");
        } else if (!Files.isRegularFile(file)) {
            one.refuse("file", file.toString(), "a file that is there");
        } else if (leadsOut(file)) {
            one.refuse(
                    "file",
                    file.toString(),
                    "no link out of the project's folder: what it holds travels in every model");
        } else {
            files.add(file);
            List<List<@Nullable String>> lines = reading.lines(file);
            List<@Nullable String> head = lines.isEmpty() ? List.of() : lines.getFirst();
            int from = column(one, "key", keys.get(), head);
            int to = column(one, "column", column.get(), head);
            if (from >= 0 && to >= 0) {
                for (List<@Nullable String> line : lines.subList(1, lines.size())) {
                    row(one, line, from, to, key, type, rows);
                }
            }
        }
        return type;
    }

    /// Whether a file that seems to lie in the folder is a link to somewhere else.
    private boolean leadsOut(Path file) {
        try {
            Path base = folder.toAbsolutePath().normalize();
            return file.toAbsolutePath().normalize().startsWith(base)
                    && !file.toRealPath().startsWith(base.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private static int column(Section one, String key, String name, List<@Nullable String> head) {
        int found = head.indexOf(name);
        if (found < 0) {
            List<String> known =
                    head.stream().filter(Objects::nonNull).map(String::valueOf).toList();
            one.refuse(key, name, Section.choices(name, known));
        }
        return found;
    }

    /// Adds a line; one without a key or without a value adds nothing.
    private static void row(
            Section one, List<@Nullable String> line, int from, int to, Type key, Type type, Map<Object, Object> rows) {
        String asked = from < line.size() ? line.get(from) : null;
        String value = to < line.size() ? line.get(to) : null;
        if (asked == null || value == null) {
            return;
        }
        if (type == Type.STRING) {
            put(one, "file", asked, key, value, rows);
        } else if (NUMBER.matcher(value.strip()).matches()) {
            put(one, "file", asked, key, Double.valueOf(value.strip()), rows);
        } else {
            one.refuse("type", value, "numbers in the column, or type: string");
        }
    }

    private static Object otherwise(Section one, Type type) {
        Optional<String> given = one.optionalText("otherwise");
        one.derived("otherwise", type == Type.STRING ? "other" : "missing");
        if (type == Type.STRING) {
            return given.orElse("other");
        }
        if (given.isPresent() && !NUMBER.matcher(given.get()).matches()) {
            one.refuse("otherwise", given.get(), "a number");
            return Double.NaN;
        }
        return given.map(Double::valueOf).orElse(Double.NaN);
    }
}
