package dev.hansom.score.file;

import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One lookup in a model file; the package describes it.
final class LookupSection {
    private static final int MISSING = 0;
    private static final int WHOLE = 1;
    private static final int TEXT = 2;

    private LookupSection() {}

    static void write(Lookup lookup, Output to) {
        to.text(lookup.name());
        to.text(lookup.statistic());
        to.f64(lookup.strength());
        to.f64(lookup.overall());
        to.list(lookup.levels(), level -> {
            to.list(level.keys(), to::text);
            to.list(level.cells(), cell -> write(level, cell, to));
        });
    }

    static Lookup read(Input from) {
        String name = from.text();
        String statistic = from.text();
        double strength = from.f64();
        double overall = from.f64();
        List<Lookup.Level> levels = from.list(8, () -> {
            List<String> keys = from.list(4, from::text);
            return new Lookup.Level(keys, from.list(16 + keys.size(), () -> cell(keys.size(), from)));
        });
        return new Lookup(name, statistic, strength, levels, overall);
    }

    private static void write(Lookup.Level level, Lookup.Cell cell, Output to) {
        if (cell.key().size() != level.keys().size()) {
            throw new IllegalArgumentException("a cell that does not fit the keys " + level.keys());
        }
        for (Object part : cell.key()) {
            if (part == null) {
                to.u8(MISSING);
            } else if (part instanceof Long number) {
                to.u8(WHOLE);
                to.i64(number);
            } else {
                to.u8(TEXT);
                to.text((String) part);
            }
        }
        to.i64(cell.count());
        to.f64(cell.statistic());
    }

    private static Lookup.Cell cell(int parts, Input from) {
        List<@Nullable Object> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(part(from));
        }
        return new Lookup.Cell(key, from.i64(), from.f64());
    }

    private static @Nullable Object part(Input from) {
        int kind = from.u8();
        return switch (kind) {
            case MISSING -> null;
            case WHOLE -> from.i64();
            case TEXT -> from.text();
            default -> throw from.wrong("a key part of kind " + kind, "0, 1 or 2");
        };
    }
}
