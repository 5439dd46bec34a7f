package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.List;
import java.util.stream.DoubleStream;

/// A value for each of several things, as bars side by side from zero, each with a limit of its own where it has one.
/// A bar of more than `most` ends there; its value is written all the same.
public record BarPlot(Caption caption, Quantity quantity, double most, List<Bar> bars) implements Plot {
    private static final double WIDTH = 680;
    private static final double RIGHT = 610;
    private static final double ROW = 26;
    private static final double TOP = 14;
    /// Names are full of m and w, which are wider than the usual letter.
    private static final double WIDE = 1.15;

    private static final int LONGEST_NAME = 32;

    /// One bar; `limit` is NaN where there is none.
    public record Bar(String name, double value, double limit, Look look) {}

    public BarPlot {
        bars = List.copyOf(bars);
    }

    @Override
    public String svg(String id) {
        double left =
                bars.stream().map(BarPlot::name).mapToDouble(Svg::width).max().orElse(0) * WIDE + 18;
        double bottom = TOP + ROW * bars.size();
        Scale scale = Scale.fromZero(
                bars.stream().flatMapToDouble(bar -> DoubleStream.of(Math.min(bar.value, most), bar.limit)),
                left,
                RIGHT);
        Svg svg = new Svg(id, caption, new Point(WIDTH, bottom + 44));
        for (double tick : scale.ticks(5)) {
            Point at = new Point(scale.at(tick), bottom);
            svg.line("grid", new Point(at.x(), TOP - 4), at);
            svg.label("tick", at.down(16), Anchor.MIDDLE, Numerals.number(tick, scale.decimals(5)));
        }
        svg.label("label", new Point((left + RIGHT) / 2, bottom + 36), Anchor.MIDDLE, quantity.label() + " →");
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, scale, bars.get(i), new Point(left, TOP + i * ROW));
        }
        svg.line("zero", new Point(scale.at(0), TOP - 4), new Point(scale.at(0), bottom));
        return svg.end();
    }

    private void bar(Svg svg, Scale scale, Bar bar, Point at) {
        double zero = scale.at(0);
        double end = scale.at(bar.value);
        svg.label("tick", at.right(-10).down(16), Anchor.END, name(bar));
        svg.box("bar " + bar.look.slug(), new Point(zero, at.y() + 4), new Point(end, at.y() + ROW - 6));
        double beyond = Math.max(zero, end);
        if (!Double.isNaN(bar.limit)) {
            double limit = scale.at(bar.limit);
            beyond = Math.max(beyond, limit);
            svg.line("limit", new Point(limit, at.y()), new Point(limit, at.y() + ROW - 2));
        }
        svg.label("value", new Point(beyond + 6, at.y() + 16), Anchor.START, quantity.text(bar.value));
    }

    private static String name(Bar bar) {
        return bar.name.length() <= LONGEST_NAME ? bar.name : bar.name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
