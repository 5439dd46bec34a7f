package dev.hansom.report;

import dev.hansom.check.Overview;
import dev.hansom.check.Overview.Column;
import dev.hansom.check.Overview.Share;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.BarPlot;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import dev.hansom.report.plot.SharesPlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the fields look like: a line each, what is missing, and the levels of those that have few.
final class CheckedFields {
    private static final int MOST_LINES = 300;
    private static final int MOST_BARS = 30;
    private static final int MOST_SPREADS = 12;
    private static final double PERCENT = 100;

    private CheckedFields() {}

    /// A line each.
    static Section of(Overview overview) {
        List<Column> fields = overview.fields();
        List<Column> shown = fields.subList(0, Math.min(MOST_LINES, fields.size()));
        List<Piece> pieces = new ArrayList<>();
        if (shown.size() < fields.size()) {
            pieces.add(new Prose("The first " + shown.size() + " of " + Numerals.count(fields.size())
                    + " fields; all are in the JSON file beside this page."));
        }
        pieces.add(new Grid(
                "Fields as they were read; bounds are not shown where a field looks private",
                List.of(
                        Head.text("Field"),
                        Head.text("Type"),
                        Head.text("Known at"),
                        Head.text("In an answer"),
                        Head.number("Missing"),
                        Head.number("Least"),
                        Head.number("Middle"),
                        Head.number("Most")),
                shown.stream()
                        .map(column -> List.of(
                                Cell.code(column.field().name()),
                                Cell.of(column.field().type().text()),
                                Cell.of(column.field().known().name()),
                                Cell.of(column.used() ? "yes" : "no"),
                                Cell.of(Numerals.percent(column.missingShare(), 2)),
                                Cell.of(column.least()),
                                Cell.of(column.middle()),
                                Cell.of(column.most())))
                        .toList()));
        return new Section("fields", "The fields", pieces);
    }

    /// The share of missing values, the largest first; none where nothing is missing.
    static Optional<Section> missing(Overview overview) {
        List<Column> some = overview.fields().stream()
                .filter(column -> column.missing() > 0)
                .sorted(Comparator.comparingDouble(Column::missingShare).reversed())
                .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        List<Column> shown = some.subList(0, Math.min(MOST_BARS, some.size()));
        BarPlot plot = new BarPlot(
                new Caption(
                        "Missing values by field",
                        "Bars, the longest first: " + shown.getFirst().field().name()
                                + ". The table below holds the values by period."),
                new Quantity("missing", "%", 1),
                Double.POSITIVE_INFINITY,
                shown.stream()
                        .map(column -> new BarPlot.Bar(
                                column.field().name(), PERCENT * column.missingShare(), Double.NaN, Look.MODEL))
                        .toList());
        String note = some.size() + " of " + Words.plural(overview.fields().size(), "field") + " miss values"
                + (shown.size() < some.size() ? "; the " + shown.size() + " that miss most are shown." : ".");
        return Optional.of(new Section(
                "missing",
                "Missing values",
                List.of(new Figure("missing-bars", plot, note), missingByPeriod(overview, shown))));
    }

    private static Grid missingByPeriod(Overview overview, List<Column> shown) {
        int from = Math.max(0, overview.periods().size() - MOST_SPREADS);
        List<Head> heads = new ArrayList<>(List.of(Head.text("Field")));
        overview.periods().stream().skip(from).forEach(period -> heads.add(Head.number(period.period())));
        return new Grid(
                "Share of missing values in " + (from > 0 ? "the last " + MOST_SPREADS + " periods" : "each period"),
                heads,
                shown.stream()
                        .map(column -> {
                            List<Cell> cells = new ArrayList<>(
                                    List.of(Cell.code(column.field().name())));
                            column.missingByPeriod().stream()
                                    .skip(from)
                                    .forEach(share -> cells.add(Cell.of(Numerals.percent(share, 2))));
                            return cells;
                        })
                        .toList());
    }

    /// The levels of fields that have few, those first that changed most; none where there is no such field.
    static Optional<Section> levels(Overview overview) {
        List<Column> some = overview.fields().stream()
                .filter(column -> column.levels().size() > 1)
                .sorted(Comparator.comparingDouble(CheckedFields::change).reversed())
                .limit(MOST_SPREADS)
                .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> figures = new ArrayList<>();
        List<List<Cell>> lines = new ArrayList<>();
        for (Column column : some) {
            figures.add(spread(column, figures.size()));
            for (Share share : column.levels()) {
                lines.add(List.of(
                        Cell.code(column.field().name()),
                        Cell.of(share.level()),
                        Cell.of(Numerals.percent(share.training(), 2)),
                        Cell.of(Numerals.percent(share.later(), 2))));
            }
        }
        Grid grid = new Grid(
                "Share of each of the most frequent levels",
                List.of(Head.text("Field"), Head.text("Level"), Head.number("Training"), Head.number("Later")),
                lines);
        return Optional.of(new Section("levels", "Levels", List.of(new Gallery(figures), grid)));
    }

    private static double change(Column column) {
        return column.levels().stream()
                .mapToDouble(share -> Math.abs(share.later() - share.training()))
                .sum();
    }

    private static Figure spread(Column column, int index) {
        String name = column.field().name();
        SharesPlot plot = new SharesPlot(
                new Caption(
                        "Levels of " + name,
                        "Columns for the later periods, a line for the training periods; the table below holds them."),
                column.levels().stream().map(Share::level).toList(),
                column.levels().stream().map(Share::training).toList(),
                column.levels().stream().map(Share::later).toList());
        return new Figure("levels-" + index, plot, "columns later, line training");
    }
}
