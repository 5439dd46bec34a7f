package dev.hansom.cli;

import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Interval;
import java.nio.file.Path;
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
        Map<String, String[]> lines = new LinkedHashMap<>();
        for (Evaluation one : evaluations) {
            String[] line = lines.computeIfAbsent(one.scorer() + " " + one.period(), key ->
                    new String[] {one.scorer(), one.period(), "-", "-", count(one.rows())});
            line[one.metric().slug().equals("rmse") ? 3 : 2] = figure(one.value());
        }
        TextTable table = new TextTable("scorer", "period", "mae, " + unit, "rmse, " + unit, "rows");
        lines.values().forEach(table::row);
        return table;
    }
}
