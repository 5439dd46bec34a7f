package dev.hansom.report;

import dev.hansom.data.Stretch;
import dev.hansom.design.DesignResult;
import dev.hansom.design.Week;
import dev.hansom.evaluate.Metric;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Numerals;
import java.util.List;
import java.util.stream.IntStream;

/// The compared weeks of a design one by one.
final class WeeksSection {
    private WeeksSection() {}

    static Section of(DesignResult result, GainView gain) {
        String word = result.comparison().stretch().word();
        return new Section(
                "weeks",
                Words.capital(word) + " by " + word,
                List.of(
                        gain.columns(
                                "weekly-gain",
                                result.weeks().stream().map(Week::window).toList(),
                                result.weeks().stream().map(Week::gain).toList()),
                        grid(result, gain),
                        new Prose(SplitText.of(result.project())),
                        new Prose(Words.openings(result.openings()))));
    }

    private static Grid grid(DesignResult result, GainView gain) {
        Stretch stretch = result.comparison().stretch();
        String beside = Words.slug(result.metric().beside());
        List<Week> weeks = result.weeks();
        return new Grid(
                "What each lost: " + Words.slug(result.metric()) + ", and " + beside + " beside it, in " + gain.unit()
                        + "; everybody is fitted on "
                        + (stretch.inTime() ? "earlier rows only" : "the rows of all other folds"),
                List.of(
                        Head.text(Words.capital(stretch.word())),
                        Head.number("Fitted on"),
                        Head.number("Compared"),
                        Head.number("Constant"),
                        Head.number("Rule"),
                        Head.number("Model"),
                        Head.number("Gain"),
                        Head.number("Rule " + beside),
                        Head.number("Model " + beside),
                        Head.text("Better")),
                IntStream.range(0, weeks.size())
                        .mapToObj(i -> row(
                                Words.label(stretch, weeks.get(i).window(), i), weeks.get(i), result.metric(), gain))
                        .toList());
    }

    private static List<Cell> row(String label, Week week, Metric metric, GainView gain) {
        return List.of(
                Cell.of(label),
                Cell.of(Numerals.count(week.fittedOn())),
                Cell.of(Numerals.count(week.model().rows())),
                gain.value(week.constant(), metric),
                gain.value(week.rule(), metric),
                gain.value(week.model(), metric),
                Cell.of(Numerals.signed(week.gain(), gain.decimals())),
                gain.value(week.rule(), metric.beside()),
                gain.value(week.model(), metric.beside()),
                Double.isNaN(week.gain()) ? Cell.of("none") : GainView.better(week.won()));
    }
}
