package dev.hansom.report;

import dev.hansom.data.Window;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.ColumnPlot;
import dev.hansom.report.plot.IntervalPlot;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import java.util.List;
import java.util.stream.IntStream;

/// How the gain of the model over the rule is shown, on every page alike: an interval against the margin, and its
/// blocks.
record GainView(Comparison comparison, Interval interval, double margin, String unit, int decimals) {
    /// The interval against the margin and its numbers, or that there is none.
    List<Piece> pieces(String id) {
        return comparison.blocks().isEmpty()
                ? List.of(new Prose("Nothing could be compared, so there is no interval."))
                : List.of(figure(id), numbers());
    }

    private Figure figure(String id) {
        Caption caption = new Caption(
                "Gain of the model over the rule",
                "The mean gain is " + number(interval.mean()) + " " + unit + ", its interval reaches from "
                        + number(interval.low()) + " to " + number(interval.high()) + "; the margin is "
                        + number(margin) + ".");
        IntervalPlot plot = new IntervalPlot(
                caption,
                new Quantity("gain in " + Words.name(comparison.metric()), unit, decimals),
                new IntervalPlot.Range(interval.low(), interval.mean(), interval.high()),
                margin,
                "each " + word(),
                comparison.gains());
        return new Figure(id, plot, "A model pays where the whole interval lies right of the margin.");
    }

    /// The interval and what it comes from.
    Grid numbers() {
        return new Grid(
                "Gain of the model over the rule",
                List.of(Head.text("What"), Head.number("Value")),
                List.of(
                        line("Mean gain", number(interval.mean()) + " " + unit),
                        line(
                                Numerals.percent(interval.level(), 0) + " interval",
                                number(interval.low()) + " to " + number(interval.high())),
                        line("Margin", number(margin) + " " + unit),
                        line(
                                Words.capital(word()) + "s won",
                                comparison.wins() + " of " + comparison.blocks().size()),
                        line("Rows", Numerals.count(comparison.rows()))));
    }

    private String word() {
        return comparison.stretch().word();
    }

    /// Columns of these windows.
    Figure columns(String id, List<Window> weeks, List<Double> gains) {
        Caption caption = new Caption(
                "Gain of the model over the rule, " + word() + " by " + word(),
                "Columns for " + Words.plural(weeks.size(), word()) + "; the model won " + comparison.wins() + " of "
                        + comparison.blocks().size() + ". The table below holds the values.");
        ColumnPlot plot = new ColumnPlot(
                caption,
                new Quantity("gain", unit, decimals),
                IntStream.range(0, weeks.size())
                        .mapToObj(i -> Words.tick(comparison.stretch(), weeks.get(i), i))
                        .toList(),
                gains,
                margin);
        return new Figure(id, plot, "Above the margin a " + word() + " speaks for the model, below zero for the rule.");
    }

    /// The compared blocks one by one.
    Piece blocks() {
        if (comparison.blocks().isEmpty()) {
            return new Prose("Nothing could be compared.");
        }
        String metric = Words.slug(comparison.metric());
        String beside = Words.slug(comparison.metric().beside());
        List<Block> blocks = comparison.blocks();
        return new Grid(
                "What each lost: " + metric + ", and " + beside + " beside it, in " + unit,
                List.of(
                        Head.text(Words.capital(word())),
                        Head.number("Rows"),
                        Head.number("Rule"),
                        Head.number("Model"),
                        Head.number("Gain"),
                        Head.number("Rule " + beside),
                        Head.number("Model " + beside),
                        Head.text("Better")),
                IntStream.range(0, blocks.size())
                        .mapToObj(i -> row(blocks.get(i), i))
                        .toList());
    }

    private List<Cell> row(Block block, int index) {
        return List.of(
                Cell.of(Words.label(comparison.stretch(), block.window(), index)),
                Cell.of(Numerals.count(block.rows())),
                value(block.rule(), comparison.metric()),
                value(block.model(), comparison.metric()),
                Cell.of(Numerals.signed(block.gain(), decimals)),
                value(block.rule(), comparison.metric().beside()),
                value(block.model(), comparison.metric().beside()),
                better(block.won()));
    }

    /// Who did better.
    static Cell better(boolean won) {
        return won ? Cell.of("model", Look.MODEL) : Cell.of("rule", Look.RULE);
    }

    Cell value(Losses losses, Metric metric) {
        return Cell.of(number(losses.value(metric)));
    }

    String number(double value) {
        return Numerals.number(value, decimals);
    }

    private static List<Cell> line(String name, String value) {
        return List.of(Cell.of(name), Cell.of(value));
    }
}
