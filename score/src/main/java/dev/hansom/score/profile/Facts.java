package dev.hansom.score.profile;

import java.util.Arrays;
import java.util.List;

/// One histogram as plain facts, to be stored and read back.
///
/// `kind` is `number`, `whole`, `level`, `open_level` (with rare levels that are not listed), `hour` or `weekday`;
/// `edges` is for the
/// first two, `levels` for the next two, each else empty; `counts` is one a bin, as [Bins] orders them.
public record Facts(
        String name, String column, String kind, List<Double> edges, List<String> levels, List<Long> counts) {
    public Facts {
        edges = List.copyOf(edges);
        levels = List.copyOf(levels);
        counts = List.copyOf(counts);
    }

    /// The facts of a histogram.
    public static Facts of(Histogram histogram) {
        Bins bins = histogram.bins();
        List<Double> edges = bins instanceof NumberBins numbers
                ? Arrays.stream(numbers.edges()).boxed().toList()
                : List.of();
        List<String> levels = bins instanceof LevelBins categories ? categories.levels() : List.of();
        List<Long> counts = Arrays.stream(histogram.counts()).boxed().toList();
        return new Facts(histogram.name(), histogram.column(), kind(bins), edges, levels, counts);
    }

    /// The histogram of these facts. Errors: facts that do not fit one another are an [IllegalArgumentException].
    public Histogram histogram() {
        long[] array = counts.stream().mapToLong(Long::longValue).toArray();
        return new Histogram(name, column, bins(), array);
    }

    private static String kind(Bins bins) {
        if (bins instanceof NumberBins numbers) {
            return numbers.whole() ? "whole" : "number";
        }
        if (bins instanceof LevelBins levels) {
            return levels.complete() ? "level" : "open_level";
        }
        return bins == ClockBins.HOUR ? "hour" : "weekday";
    }

    private Bins bins() {
        double[] array = edges.stream().mapToDouble(Double::doubleValue).toArray();
        return switch (kind) {
            case "number" -> new NumberBins(array, false);
            case "whole" -> new NumberBins(array, true);
            case "level" -> new LevelBins(levels, true);
            case "open_level" -> new LevelBins(levels, false);
            case "hour" -> ClockBins.HOUR;
            case "weekday" -> ClockBins.WEEKDAY;
            default ->
                throw new IllegalArgumentException(
                        "kind " + kind + " (expected: number, whole, level, " + "open_level, hour or weekday)");
        };
    }
}
