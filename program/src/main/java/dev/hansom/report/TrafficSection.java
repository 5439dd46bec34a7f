package dev.hansom.report;

import dev.hansom.monitor.Answered;
import dev.hansom.monitor.Lag;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Quality;
import dev.hansom.monitor.WatchedWindow;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who answered and why, and how far the truths have come in.
final class TrafficSection {
    private TrafficSection() {}

    static Section answered(MonitorResult result) {
        Answered answered = result.answered();
        return new Section(
                "answered",
                "Who answered",
                List.of(
                        shares("Who answered", "Source", answered.sources(), answered.requests()),
                        reasons(answered),
                        shares("Which version answered", "Version", result.versions(), answered.requests()),
                        losses(result)));
    }

    static Section truths(MonitorResult result) {
        double limit = result.project().watch().coverage();
        Grid grid = new Grid(
                "Coverage and lag: a window is judged from " + Numerals.percent(limit, 0) + " of its truths on",
                List.of(
                        Head.text("Window"),
                        Head.number("Rows"),
                        Head.number("Truths"),
                        Head.number("Coverage"),
                        Head.text("Judged"),
                        Head.number("Lag, median"),
                        Head.number("95\u00a0%"),
                        Head.number("Longest")),
                QualitySection.recent(result).stream()
                        .map(TrafficSection::coverage)
                        .toList());
        return new Section("truths", "Truths", List.of(grid));
    }

    private static List<Cell> coverage(WatchedWindow window) {
        Quality quality = window.quality();
        Optional<Lag> lag = quality.lag();
        return List.of(
                Cell.of(Words.days(window.window())),
                Cell.of(Numerals.count(quality.requests())),
                Cell.of(Numerals.count(quality.truths())),
                Cell.of(Numerals.percent(quality.coverage(), 1)),
                quality.mature() ? Cell.of("yes", Look.GREEN) : Cell.of("not yet", Look.AMBER),
                Cell.of(lag.map(Lag::median).map(Words::about).orElse("–")),
                Cell.of(lag.map(Lag::p95).map(Words::about).orElse("–")),
                Cell.of(lag.map(Lag::longest).map(Words::about).orElse("–")));
    }

    private static Grid shares(String caption, String what, Map<String, Long> counts, long all) {
        return new Grid(
                caption,
                List.of(Head.text(what), Head.number("Rows"), Head.number("Share")),
                sorted(counts).stream()
                        .map(entry -> List.of(
                                Cell.of(entry.getKey(), Look.of(entry.getKey())),
                                Cell.of(Numerals.count(entry.getValue())),
                                share(entry.getValue(), all)))
                        .toList());
    }

    private static Piece reasons(Answered answered) {
        if (answered.reasons().isEmpty()) {
            return new Prose("The rule never had to answer.");
        }
        return new Grid(
                "Why the rule answered",
                List.of(Head.text("Reason"), Head.text("Means"), Head.number("Rows"), Head.number("Share")),
                sorted(answered.reasons()).stream()
                        .map(entry -> List.of(
                                Cell.code(entry.getKey()),
                                Cell.of(meaning(entry.getKey())),
                                Cell.of(Numerals.count(entry.getValue())),
                                share(entry.getValue(), answered.requests())))
                        .toList());
    }

    private static String meaning(String reason) {
        return switch (reason) {
            case "champion_is_rule" -> "no model has passed the gate, so the rule is what should answer";
            case "no_answer" -> "the model had no number for the row";
            case "model_damaged" -> "the model file is not what its hash says";
            case "model_missing" -> "the model file was not there";
            case "outside_keep" -> "the row is none that the project means";
            default -> "";
        };
    }

    private static Grid losses(MonitorResult result) {
        return new Grid(
                "What is not in these figures",
                List.of(Head.text("What"), Head.number("Count")),
                List.of(
                        line("rows without an answer", result.answered().unanswered()),
                        line("rows without a time or outside all windows", result.stray()),
                        line("rows that were sent again later", result.superseded()),
                        line("rows answered and not logged", result.losses().dropped()),
                        line(
                                "lines of the logs that cannot be read",
                                result.losses().broken()),
                        line("truths that came again", result.losses().repeated()),
                        line("truths of no known prediction", result.losses().unmatched()),
                        line("truths later than the label delay", result.late())));
    }

    private static List<Cell> line(String what, long count) {
        return List.of(Cell.of(what), Cell.of(Numerals.count(count)));
    }

    private static Cell share(long count, long all) {
        return Cell.of(Numerals.percent(all == 0 ? Double.NaN : (double) count / all, 2));
    }

    private static List<Map.Entry<String, Long>> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
    }
}
