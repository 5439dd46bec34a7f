package dev.hansom.score.file;

import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tables in a model file: those from whole numbers to texts, as the first version knows them, and all others; the
/// package describes both.
final class TableSections {
    private TableSections() {}

    static List<Table> plain(Vocabulary vocabulary) {
        return vocabulary.tables().stream().filter(TableSections::isPlain).toList();
    }

    static List<Table> typed(Vocabulary vocabulary) {
        return vocabulary.tables().stream().filter(table -> !isPlain(table)).toList();
    }

    private static boolean isPlain(Table table) {
        return table.key() == Type.INT64 && table.type() == Type.STRING;
    }

    static void write(Table table, Output to) {
        to.text(table.name());
        to.text(String.valueOf(table.otherwise()));
        to.text(table.source());
        rows(table, to);
    }

    static Table read(Input from) {
        String name = from.text();
        String otherwise = from.text();
        String source = from.text();
        Map<Object, Object> values = new HashMap<>();
        for (int left = from.count(12); left > 0; left--) {
            add(values, from.i64(), from.text(), from);
        }
        return new Table(name, Type.INT64, Type.STRING, values, otherwise, source);
    }

    static void writeTyped(Table table, Output to) {
        to.text(table.name());
        to.text(table.key().text());
        to.text(table.type().text());
        Object otherwise = table.otherwise();
        to.u8(otherwise == null ? 0 : 1);
        if (otherwise != null) {
            value(otherwise, to);
        }
        to.text(table.source());
        rows(table, to);
    }

    static Table readTyped(Input from) {
        String name = from.text();
        Type key = Sections.type(from);
        Type type = Sections.type(from);
        @Nullable Object otherwise = from.mark() ? value(type, from) : null;
        String source = from.text();
        Map<Object, Object> values = new HashMap<>();
        for (int left = from.count(8); left > 0; left--) {
            add(values, value(key, from), value(type, from), from);
        }
        return new Table(name, key, type, values, otherwise, source);
    }

    private static void add(Map<Object, Object> values, Object key, Object value, Input from) {
        if (values.put(key, value) != null) {
            throw from.wrong("the key " + key + " of a table again", "each key once");
        }
    }

    private static void rows(Table table, Output to) {
        to.list(table.sorted().entrySet(), entry -> {
            value(entry.getKey(), to);
            value(entry.getValue(), to);
        });
    }

    private static void value(Object value, Output to) {
        if (value instanceof Long whole) {
            to.i64(whole);
        } else if (value instanceof Double number) {
            to.f64(number);
        } else {
            to.text((String) value);
        }
    }

    private static Object value(Type type, Input from) {
        return switch (type) {
            case INT64 -> from.i64();
            case DOUBLE -> from.f64();
            case STRING, TIMESTAMP, DATE, BOOLEAN -> from.text();
        };
    }
}
