package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Cuts bins to the values of a reference.
final class Cut {
    /// Quantile bins of a number.
    private static final int NUMBER_BINS = 20;
    /// Levels kept of a category; a whole number with more of them is a quantity.
    private static final int LEVELS_AT_MOST = 1000;

    private Cut() {}

    /// The empty histograms of a column: one, or those of the parts of a time.
    static List<Histogram> of(Columns rows, int column) {
        String name = rows.schema().name(column);
        Type type = rows.schema().type(column);
        return switch (type) {
            case DOUBLE -> List.of(empty(name, numbers(rows, column, type)));
            case INT64 -> List.of(empty(name, levelsOrNumbers(rows, column, type)));
            case STRING, BOOLEAN -> List.of(empty(name, levels(counts(rows, column, type))));
            case DATE -> List.of(part(name, "weekday", ClockBins.WEEKDAY));
            case TIMESTAMP -> List.of(part(name, "hour", ClockBins.HOUR), part(name, "weekday", ClockBins.WEEKDAY));
        };
    }

    private static Bins levelsOrNumbers(Columns rows, int column, Type type) {
        Map<String, Long> counts = counts(rows, column, type);
        return counts.size() <= LEVELS_AT_MOST ? levels(counts) : numbers(rows, column, type);
    }

    private static Map<String, Long> counts(Columns rows, int column, Type type) {
        Map<String, Long> counts = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.isNull(column, row)) {
                String level = type == Type.STRING
                        ? String.valueOf(rows.text(column, row))
                        : Long.toString(rows.integer(column, row));
                counts.merge(level, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Bins levels(Map<String, Long> counts) {
        List<String> byFrequency = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LEVELS_AT_MOST)
                .map(Map.Entry::getKey)
                .toList();
        return new LevelBins(byFrequency, counts.size() <= LEVELS_AT_MOST);
    }

    private static Bins numbers(Columns rows, int column, Type type) {
        IntStream present = IntStream.range(0, rows.size()).filter(row -> !rows.isNull(column, row));
        double[] sorted = type == Type.DOUBLE
                ? present.mapToDouble(row -> rows.number(column, row))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray()
                : longs(rows, column, present).asDoubleStream().sorted().toArray();
        return sorted.length == 0
                ? new NumberBins(new double[] {0}, type != Type.DOUBLE)
                : NumberBins.ofQuantiles(sorted, NUMBER_BINS, type != Type.DOUBLE);
    }

    private static LongStream longs(Columns rows, int column, IntStream present) {
        return present.mapToLong(row -> rows.integer(column, row));
    }

    private static Histogram part(String column, String part, Bins bins) {
        return new Histogram(column + "." + part, column, bins, new long[bins.size()]);
    }

    private static Histogram empty(String column, Bins bins) {
        return new Histogram(column, column, bins, new long[bins.size()]);
    }
}
