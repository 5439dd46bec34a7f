package dev.hansom.report;

import dev.hansom.data.Window;
import dev.hansom.monitor.Drift;
import dev.hansom.monitor.Measure;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Status;
import dev.hansom.monitor.WatchedWindow;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.BarPlot;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import dev.hansom.report.plot.SharesPlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How columns differ from the reference: each in its worst window, the worst column first.
final class DriftSection {
    private static final int MOST_BARS = 30;
    private static final int MOST_SPREADS = 12;
    /// Longer bars would make the others too short to be seen.
    private static final double MOST_TIMES = 10;

    /// A column in the window in which it differs most.
    record Worst(Window window, Drift drift) {
        private static final Comparator<Worst> ORDER = Comparator.comparing((Worst worst) -> worst.drift.status())
                .thenComparingDouble(worst -> times(worst.drift));

        private static double times(Drift drift) {
            return Math.max(times(drift.shape()), Math.max(times(drift.missing()), times(drift.newLevels())));
        }

        private static double times(Measure measure) {
            return measure.measured() ? measure.size() / measure.limit() : 0;
        }
    }

    private DriftSection() {}

    static Section of(MonitorResult result) {
        List<Worst> worst = worst(result.windows());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Prose("Compared with " + Words.plural(result.referenceRows(), "row")
                + " of training. A difference counts when it is larger than what weeks of the reference differ by among"
                + " themselves (the limit) and too clear for chance."));
        if (!worst.isEmpty()) {
            pieces.add(bars(worst));
            pieces.add(grid(worst));
            spreads(worst).ifPresent(pieces::add);
        }
        return new Section("drift", "Drift", pieces);
    }

    static List<Worst> worst(List<WatchedWindow> windows) {
        Map<String, Worst> byName = new LinkedHashMap<>();
        for (WatchedWindow window : windows) {
            for (Drift drift : window.drifts()) {
                byName.merge(
                        drift.subject() + " " + drift.name(),
                        new Worst(window.window(), drift),
                        (one, other) -> Worst.ORDER.compare(other, one) > 0 ? other : one);
            }
        }
        return byName.values().stream().sorted(Worst.ORDER.reversed()).toList();
    }

    private static Figure bars(List<Worst> worst) {
        Caption caption = new Caption(
                "Each column in its worst window",
                "Bars of the difference in times of its limit, the worst first: "
                        + label(worst.getFirst().drift()) + ". The table below holds the values.");
        BarPlot plot = new BarPlot(
                caption,
                new Quantity("difference, in times of the limit", "", 1),
                MOST_TIMES,
                worst.stream()
                        .limit(MOST_BARS)
                        .map(Worst::drift)
                        .map(drift -> new BarPlot.Bar(
                                label(drift), Worst.times(drift), 1, HealthSection.look(drift.status())))
                        .toList());
        return new Figure("drift-bars", plot, "Up to the dotted line a column differs as weeks of training do.");
    }

    private static Grid grid(List<Worst> worst) {
        return new Grid(
                "Columns in their worst window",
                List.of(
                        Head.text("Column"),
                        Head.text("Health"),
                        Head.text("From"),
                        Head.number("PSI"),
                        Head.number("Limit"),
                        Head.text("Missing"),
                        Head.number("Never seen"),
                        Head.text("What changed most")),
                worst.stream().map(DriftSection::row).toList());
    }

    private static List<Cell> row(Worst worst) {
        Drift drift = worst.drift();
        return List.of(
                Cell.code(label(drift)),
                Cell.of(HealthSection.word(drift.status()), HealthSection.look(drift.status())),
                Cell.of(Words.day(worst.window())),
                measure(drift.shape(), drift.shape().size()),
                measure(drift.shape(), drift.shape().limit()),
                Cell.of(Numerals.percent(drift.missingBefore(), 1) + "\u00a0→\u00a0"
                        + Numerals.percent(drift.missingNow(), 1)),
                Cell.of(
                        drift.newLevels().measured()
                                ? Numerals.percent(drift.newLevels().size(), 1)
                                : "–"),
                Cell.of(drift.change()));
    }

    private static Cell measure(Measure measure, double value) {
        return Cell.of(measure.measured() ? Numerals.number(value, 3) : "–");
    }

    private static Optional<Piece> spreads(List<Worst> worst) {
        List<Worst> changed = worst.stream()
                .filter(one -> one.drift().status() != Status.GREEN)
                .filter(one -> !one.drift().bins().isEmpty())
                .limit(MOST_SPREADS)
                .toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Gallery(IntStream.range(0, changed.size())
                .mapToObj(i -> spread("spread-" + i, changed.get(i)))
                .toList()));
    }

    private static Figure spread(String id, Worst worst) {
        List<Drift.Bin> bins = worst.drift().bins();
        String name = label(worst.drift());
        Caption caption = new Caption(
                name,
                "Shares of the values of " + name + " by bin, in training and in " + Words.days(worst.window()) + ". "
                        + worst.drift().change());
        SharesPlot plot = new SharesPlot(
                caption,
                bins.stream().map(Drift.Bin::label).toList(),
                bins.stream().map(Drift.Bin::before).toList(),
                bins.stream().map(Drift.Bin::now).toList());
        return new Figure(id, plot, "columns " + Words.days(worst.window()) + ", line training");
    }

    private static String label(Drift drift) {
        return switch (drift.subject()) {
            case FIELD -> drift.name();
            case TARGET -> drift.name() + " (target)";
            case PREDICTION -> drift.name() + " (answers)";
        };
    }
}
