package dev.hansom.report;

import dev.hansom.design.DesignResult;
import dev.hansom.design.Week;
import dev.hansom.evaluate.Metric;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Numerals;
import java.util.List;

/// The compared weeks of a design one by one.
final class WeeksSection {
    private WeeksSection() {}

    static Section of(DesignResult result, GainView gain) {
        return new Section(
                "weeks",
                "Week by week",
                List.of(
                        gain.columns(
                                "weekly-gain",
                                result.weeks().stream().map(Week::window).toList(),
                                result.weeks().stream().map(Week::gain).toList()),
                        grid(result, gain),
                        new Prose(Words.openings(result.openings()))));
    }

    private static Grid grid(DesignResult result, GainView gain) {
        return new Grid(
                "What each lost: " + Words.slug(result.metric()) + ", and RMSE beside it, in " + gain.unit()
                        + "; everybody is fitted on earlier rows only",
                List.of(
                        Head.text("Week"),
                        Head.number("Fitted on"),
                        Head.number("Compared"),
                        Head.number("Constant"),
                        Head.number("Rule"),
                        Head.number("Model"),
                        Head.number("Gain"),
                        Head.number("Rule RMSE"),
                        Head.number("Model RMSE"),
                        Head.text("Better")),
                result.weeks().stream()
                        .map(week -> row(week, result.metric(), gain))
                        .toList());
    }

    private static List<Cell> row(Week week, Metric metric, GainView gain) {
        return List.of(
                Cell.of(Words.days(week.window())),
                Cell.of(Numerals.count(week.fittedOn())),
                Cell.of(Numerals.count(week.model().rows())),
                gain.value(week.constant(), metric),
                gain.value(week.rule(), metric),
                gain.value(week.model(), metric),
                Cell.of(Numerals.signed(week.gain(), gain.decimals())),
                gain.value(week.rule(), Metric.RMSE),
                gain.value(week.model(), Metric.RMSE),
                Double.isNaN(week.gain()) ? Cell.of("none") : GainView.better(week.won()));
    }
}
