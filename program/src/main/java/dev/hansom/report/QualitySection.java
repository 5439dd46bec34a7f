package dev.hansom.report;

import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.monitor.Day;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Quality;
import dev.hansom.monitor.Score;
import dev.hansom.monitor.WatchedWindow;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.LinePlot;
import dev.hansom.report.plot.LinePlot.Series;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import java.util.List;
import java.util.function.Function;

/// How good model and rule were, window by window and day by day; the rule is the line to stay below.
final class QualitySection {
    private static final int MOST_DAYS = 92;
    private static final int MOST_WINDOWS = 60;

    private final MonitorResult result;
    private final Metric metric;
    private final Quantity quantity;

    QualitySection(MonitorResult result, int decimals) {
        this.result = result;
        this.metric = result.yardstick().comparison().metric();
        this.quantity = new Quantity(
                Words.name(metric), metric.unit(result.project().target().unit()), decimals);
    }

    /// The newest windows, as many as a page bears; the JSON file holds all.
    static List<WatchedWindow> recent(MonitorResult result) {
        return newest(result.windows(), MOST_WINDOWS);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /// The plot by window.
    Figure figure() {
        List<WatchedWindow> windows = recent(result);
        Caption caption = new Caption(
                "Model and rule, window by window",
                "Lines of " + quantity.name() + " over " + Words.plural(windows.size(), "window")
                        + "; the table below holds the values.");
        LinePlot plot = new LinePlot(
                caption,
                quantity,
                windows.stream().map(window -> Words.day(window.window())).toList(),
                List.of(series("rule", Look.RULE, Quality::rule), series("model", Look.MODEL, Quality::model)));
        return new Figure("windows-lines", plot, "Lower is better. Whiskers are 95\u00a0% intervals of daily means.");
    }

    Section windows() {
        return new Section("windows", "Window by window", List.of(windowGrid()));
    }

    Section days() {
        List<Day> days = newest(result.days(), MOST_DAYS);
        Caption caption = new Caption(
                "Model and rule, day by day",
                "Lines of " + quantity.name() + " over " + Words.plural(days.size(), "day")
                        + "; the table below holds the values.");
        LinePlot plot = new LinePlot(
                caption,
                quantity,
                days.stream().map(day -> Words.day(day.date())).toList(),
                List.of(
                        Series.of("rule", Look.RULE, values(days, Day::rule)),
                        Series.of("model", Look.MODEL, values(days, Day::model))));
        return new Section(
                "days",
                "Day by day",
                List.of(
                        new Figure("days-lines", plot, "What moves both lines alike is the world, not the model."),
                        dayGrid(days)));
    }

    private List<Double> values(List<Day> days, Function<Day, Losses> losses) {
        return days.stream().map(day -> losses.apply(day).value(metric)).toList();
    }

    private Series series(String name, Look look, Function<Quality, Score> of) {
        List<Score> scores = result.windows().stream()
                .map(window -> of.apply(window.quality()))
                .toList();
        return new Series(
                name,
                look,
                scores.stream().map(score -> score.value(metric)).toList(),
                scores.stream().map(score -> score.daily().low()).toList(),
                scores.stream().map(score -> score.daily().high()).toList());
    }

    private Grid windowGrid() {
        return new Grid(
                "Quality on rows whose truth is known: " + Words.slug(metric) + " in " + quantity.unit()
                        + "; gain with its 99\u00a0% interval over days",
                List.of(
                        Head.text("Window"),
                        Head.text("Health"),
                        Head.number("Scored"),
                        Head.number("Rule"),
                        Head.number("Model"),
                        Head.number("Gain"),
                        Head.number("Gain from"),
                        Head.number("to")),
                recent(result).stream().map(this::row).toList());
    }

    private List<Cell> row(WatchedWindow window) {
        Quality quality = window.quality();
        Interval gain = quality.gain();
        return List.of(
                Cell.of(Words.days(window.window())),
                Cell.of(
                        HealthSection.word(window.status()) + (quality.mature() ? "" : ", waits for truths"),
                        HealthSection.look(window.status())),
                Cell.of(Numerals.count(quality.scored())),
                Cell.of(quantity.text(quality.rule().value(metric))),
                Cell.of(quantity.text(quality.model().value(metric))),
                Cell.of(Numerals.signed(quality.gainPerRow(), quantity.decimals())),
                Cell.of(quantity.text(gain.low())),
                Cell.of(quantity.text(gain.high())));
    }

    private Grid dayGrid(List<Day> days) {
        return new Grid(
                Words.slug(metric) + " in " + quantity.unit() + ", by day",
                List.of(
                        Head.text("Day"),
                        Head.number("Requests"),
                        Head.number("Truths"),
                        Head.number("Constant"),
                        Head.number("Rule"),
                        Head.number("Model")),
                days.stream()
                        .map(day -> List.of(
                                Cell.of(Words.day(day.date())),
                                Cell.of(Numerals.count(day.requests())),
                                Cell.of(Numerals.count(day.truths())),
                                Cell.of(quantity.text(day.constant().value(metric))),
                                Cell.of(quantity.text(day.rule().value(metric))),
                                Cell.of(quantity.text(day.model().value(metric)))))
                        .toList());
    }
}
