package dev.hansom.report;

import dev.hansom.check.Overview.Delays;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.BarPlot;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long after its time the truth of a row was known, beside what the project says.
final class DelaySection {
    private static final double HOUR = 3_600;

    private DelaySection() {}

    static Section of(Delays delays) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("half of the rows", delays.half());
        parts.put("95 of 100 rows", delays.most());
        parts.put("99 of 100 rows", delays.nearlyAll());
        parts.put("the slowest row", delays.longest());
        double size = Math.max(delays.nearlyAll(), delays.declared()) / HOUR;
        BarPlot plot = new BarPlot(
                new Caption(
                        "Delay of the labels",
                        "Bars in hours; a line for what label_delay says. The table below holds the values."),
                new Quantity("known after", "hours", Numerals.decimals(size)),
                Math.max(1e-9, 2 * size),
                parts.entrySet().stream()
                        .map(part -> new BarPlot.Bar(
                                part.getKey(), part.getValue() / HOUR, delays.declared() / HOUR, Look.MODEL))
                        .toList());
        Grid grid = new Grid(
                "How long after its time the truth of a row was known",
                List.of(Head.text("Rows"), Head.number("Known after"), Head.text("Within label_delay")),
                parts.entrySet().stream()
                        .map(part -> List.of(
                                Cell.of(part.getKey()),
                                Cell.of(Words.about(Duration.ofMillis(Math.round(part.getValue() * 1_000)))),
                                part.getValue() <= delays.declared()
                                        ? Cell.of("yes", Look.GREEN)
                                        : Cell.of("no", Look.AMBER)))
                        .toList());
        String note = "label_delay is " + Words.about(Duration.ofMillis(Math.round(delays.declared() * 1_000)))
                + "; training takes no row for known before it is over.";
        return new Section("delay", "Delay of the labels", List.of(new Figure("delay-bars", plot, note), grid));
    }
}
