package dev.hansom.cli;

import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How figures are written for a person, the same in every command.
final class Show {
    private Show() {}

    static String figure(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String interval(Interval interval) {
        return figure(interval.mean()) + " [" + figure(interval.low()) + ", " + figure(interval.high()) + "]";
    }

    /// A path as short as it can be said from the current folder.
    static String path(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }

    /// How often something was looked at, by job: `2 (design 1, train 1)`.
    static String openings(Map<String, Long> openings) {
        long total = openings.values().stream().mapToLong(Long::longValue).sum();
        List<String> parts = openings.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return total + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    /// One line a scorer and period, one column a metric.
    static TextTable evaluations(List<Evaluation> evaluations, String unit) {
        List<Metric> metrics =
                evaluations.stream().map(Evaluation::metric).distinct().toList();
        Map<String, String[]> lines = new LinkedHashMap<>();
        for (Evaluation one : evaluations) {
            String[] line = lines.computeIfAbsent(one.scorer() + " " + one.period(), key -> {
                String[] empty = new String[metrics.size() + 3];
                Arrays.fill(empty, "-");
                empty[0] = one.scorer();
                empty[1] = one.period();
                empty[empty.length - 1] = count(one.rows());
                return empty;
            });
            line[2 + metrics.indexOf(one.metric())] = figure(one.value());
        }
        List<String> heads = new ArrayList<>(List.of("scorer", "period"));
        metrics.forEach(metric ->
                heads.add(metric.risesWithQuality() ? metric.slug() : metric.slug() + ", " + metric.unit(unit)));
        heads.add("rows");
        TextTable table = new TextTable(heads.toArray(String[]::new));
        lines.values().forEach(table::row);
        return table;
    }
}
