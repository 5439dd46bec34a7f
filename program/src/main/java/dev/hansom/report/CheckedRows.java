package dev.hansom.report;

import dev.hansom.check.Overview;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.BarPlot;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What became of the rows, how many there are of each period, and how their files are written.
final class CheckedRows {
    private static final int MOST_BARS = 36;

    private CheckedRows() {}

    static Section of(Map<String, Long> rows, Overview overview, boolean timed) {
        Section accounting = RowsSection.of(rows);
        List<Piece> pieces = new ArrayList<>(accounting.pieces());
        List<Overview.Rows> periods = overview.periods();
        if (timed && periods.size() > 1) {
            pieces.add(bars(periods));
        }
        pieces.add(new Grid(
                "Rows of every part of the past; what is live stays unread until it is replayed",
                List.of(
                        Head.text(timed ? "Period" : "Part"),
                        Head.text("Use"),
                        Head.number("Rows"),
                        Head.number("With a label")),
                periods.stream()
                        .map(period -> List.of(
                                Cell.of(period.period()),
                                Cell.of(use(period)),
                                Cell.of(Numerals.count(period.rows())),
                                Cell.of(Numerals.count(period.labelled()))))
                        .toList()));
        if (!overview.styles().isEmpty()) {
            pieces.add(styles(overview));
        }
        return new Section(accounting.id(), accounting.title(), pieces);
    }

    private static Grid styles(Overview overview) {
        return new Grid(
                "How the files are written, those of live periods as well; what is detected of CSV is overruled by"
                        + " data.csv in the project file",
                List.of(Head.text("Written"), Head.number("Files")),
                overview.styles().stream()
                        .map(style -> List.of(Cell.of(style.text()), Cell.of(Numerals.count(style.files()))))
                        .toList());
    }

    private static Figure bars(List<Overview.Rows> periods) {
        List<Overview.Rows> last = periods.subList(Math.max(0, periods.size() - MOST_BARS), periods.size());
        Caption caption = new Caption(
                "Rows of each period", "Bars, the oldest first. The table below holds the values of all periods.");
        BarPlot plot = new BarPlot(
                caption,
                new Quantity("rows", "", 0),
                Double.POSITIVE_INFINITY,
                last.stream()
                        .map(period -> new BarPlot.Bar(
                                period.period(),
                                period.rows(),
                                Double.NaN,
                                period.training() ? Look.MODEL : Look.CONSTANT))
                        .toList());
        return new Figure(
                "period-bars",
                plot,
                "Those that train have the colour of the model, those that validate are grey"
                        + (last.size() < periods.size() ? "; the last " + last.size() + " of them." : "."));
    }

    private static String use(Overview.Rows period) {
        return period.training() ? "trains" : "validates";
    }
}
