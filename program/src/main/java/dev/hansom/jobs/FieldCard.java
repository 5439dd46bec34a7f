package dev.hansom.jobs;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// What one column of a data set looks like, for its card: how many values are missing and how many distinct ones there
/// are, mean, bounds and quartiles, and the most frequent levels with their share of the values that are there.
///
/// All figures are exact, of all rows; of texts with more than [#MOST_TEXTS] distinct ones only that they have more.
/// Source: the quartiles are those of Hyndman and Fan (1996), definition 7.
final class FieldCard {
    /// So many distinct texts are counted, and no more: a column of other texts in every row must not fill the memory.
    static final int MOST_TEXTS = 100_000;

    private static final int MOST_LEVELS = 10;
    /// A level of fewer rows may be somebody's own.
    private static final int LEAST_ROWS = 5;

    private static final int LONGEST_LEVEL = 60;
    private static final Comparator<Level> RARE_FIRST =
            Comparator.comparingLong(Level::rows).thenComparing(Level::key, Comparator.reverseOrder());

    private final Type type;
    private final int column;
    private final List<Columns> parts;
    private final long present;

    /// A value, as its type writes it, and in how many rows it is.
    private record Level(String key, long rows) {}

    /// The column of that place, which all `parts` have.
    FieldCard(Type type, int column, List<Columns> parts) {
        this.type = type;
        this.column = column;
        this.parts = parts;
        this.present = parts.stream().mapToLong(this::present).sum();
    }

    /// The card of a column about which nothing but its type and its missing values may be said.
    Json closed() {
        return begun().put("private", true).build();
    }

    /// The card with everything.
    Json open() {
        JsonBuilder json = begun();
        return (type == Type.STRING ? texts(json) : numbers(json)).build();
    }

    private JsonBuilder begun() {
        long rows = parts.stream().mapToLong(Columns::size).sum();
        return Json.object().put("type", type.text()).put("missing", rows - present);
    }

    private long present(Columns rows) {
        long count = 0;
        for (int row = 0; row < rows.size(); row++) {
            count += rows.isNull(column, row) ? 0 : 1;
        }
        return count;
    }

    private JsonBuilder texts(JsonBuilder json) {
        Map<String, long[]> counts = new HashMap<>();
        for (Columns rows : parts) {
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.text(column, row);
                if (text != null) {
                    counts.computeIfAbsent(text, ignored -> new long[1])[0]++;
                    if (counts.size() > MOST_TEXTS) {
                        return json.put("distinct_over", MOST_TEXTS);
                    }
                }
            }
        }
        PriorityQueue<Level> most = new PriorityQueue<>(RARE_FIRST);
        counts.forEach((text, rows) -> keep(most, text, rows[0]));
        return levels(json.put("distinct", counts.size()), most);
    }

    private JsonBuilder numbers(JsonBuilder json) {
        long[] sorted = sorted();
        PriorityQueue<Level> most = new PriorityQueue<>(RARE_FIRST);
        long distinct = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = end(sorted, from);
            if (to - from >= LEAST_ROWS
                    && (most.size() < MOST_LEVELS || to - from >= most.element().rows())) {
                keep(most, level(sorted[from]), to - from);
            }
            distinct++;
            from = to;
        }
        json.put("distinct", distinct);
        if (sorted.length > 0 && type != Type.BOOLEAN) {
            bounds(json, sorted);
        }
        return type == Type.TIMESTAMP ? json : levels(json, most);
    }

    /// Where the run of equal values ends that begins at `from`.
    private static int end(long[] sorted, int from) {
        int end = from + 1;
        while (end < sorted.length && sorted[end] == sorted[from]) {
            end++;
        }
        return end;
    }

    private void bounds(JsonBuilder json, long[] sorted) {
        if (type == Type.INT64 || type == Type.DOUBLE) {
            json.put("mean", Arrays.stream(sorted).mapToDouble(this::number).sum() / sorted.length);
        }
        json.put("least", exact(sorted[0]))
                .put("q25", value(quantile(sorted, 0.25)))
                .put("q50", value(quantile(sorted, 0.5)))
                .put("q75", value(quantile(sorted, 0.75)))
                .put("most", exact(sorted[sorted.length - 1]));
    }

    /// The values that are there, as whole numbers of the same order.
    private long[] sorted() {
        long[] sorted = new long[Math.toIntExact(present)];
        int next = 0;
        for (Columns rows : parts) {
            for (int row = 0; row < rows.size(); row++) {
                if (!rows.isNull(column, row)) {
                    sorted[next++] =
                            type == Type.DOUBLE ? ordered(rows.number(column, row)) : rows.integer(column, row);
                }
            }
        }
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /// The bits of a number, turned so that they are ordered as numbers are; both zeros are one.
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private double number(long key) {
        return type == Type.DOUBLE ? Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE)) : key;
    }

    private double quantile(long[] sorted, double level) {
        double at = level * (sorted.length - 1);
        double low = number(sorted[(int) at]);
        double high = number(sorted[(int) Math.ceil(at)]);
        return low == high ? low : low + (at - Math.floor(at)) * (high - low);
    }

    private Json exact(long key) {
        return type == Type.INT64 ? Json.of(key) : value(number(key));
    }

    private Json value(double value) {
        return switch (type) {
            case TIMESTAMP -> Json.of(Window.time(Math.round(value)).toString());
            case DATE -> Json.of(LocalDate.ofEpochDay((long) Math.floor(value)).toString());
            case INT64 -> value == Math.rint(value) ? Json.of((long) value) : Json.of(value);
            case DOUBLE, BOOLEAN, STRING -> Json.of(value);
        };
    }

    private String level(long key) {
        return switch (type) {
            case BOOLEAN -> String.valueOf(key != 0);
            case INT64 -> String.valueOf(key);
            case DATE -> LocalDate.ofEpochDay(key).toString();
            case DOUBLE, TIMESTAMP, STRING -> String.valueOf(number(key));
        };
    }

    private static void keep(PriorityQueue<Level> most, String text, long rows) {
        if (rows >= LEAST_ROWS) {
            most.add(new Level(text, rows));
            if (most.size() > MOST_LEVELS) {
                most.remove();
            }
        }
    }

    private JsonBuilder levels(JsonBuilder json, PriorityQueue<Level> most) {
        List<Level> levels = new ArrayList<>(most);
        levels.sort(RARE_FIRST.reversed());
        return levels.isEmpty()
                ? json
                : json.put(
                        "levels",
                        Json.array(
                                levels,
                                level -> Json.object()
                                        .put("level", shortened(level.key()))
                                        .put("share", (double) level.rows() / present)
                                        .build()));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LEVEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LEVEL)) + "…";
    }
}
