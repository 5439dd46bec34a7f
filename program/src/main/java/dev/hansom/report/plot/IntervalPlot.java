package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where the gain of a model over the rule lies: an interval and the blocks it comes from, against no gain and the
/// margin. Bounds may be infinite.
public record IntervalPlot(
        Caption caption, Quantity quantity, Range range, double margin, String blocks, List<Double> gains)
        implements Plot {
    private static final double WIDTH = 680;
    private static final double LEFT = 92;
    private static final double RIGHT = 664;
    private static final double TOP = 34;
    private static final double INTERVAL = 84;
    private static final double BLOCKS = 128;
    private static final double AXIS = 154;
    private static final double BOLD = 1.05;

    /// A mean with its interval.
    public record Range(double low, double mean, double high) {}

    public IntervalPlot {
        gains = List.copyOf(gains);
    }

    @Override
    public String svg(String id) {
        Scale scale = scale();
        Svg svg = new Svg(id, caption, new Point(WIDTH, 196));
        zones(svg, scale);
        axis(svg, scale);
        interval(svg, scale);
        svg.label("tick", new Point(LEFT - 12, BLOCKS + 4), Anchor.END, blocks);
        gains.forEach(gain -> svg.disc("dot hollow model", new Point(scale.at(gain), BLOCKS), 5));
        return svg.end();
    }

    /// Holds all there is, and something on both sides of the margin and of no gain.
    private Scale scale() {
        double[] all = DoubleStream.concat(
                        DoubleStream.of(0, margin, range.low, range.mean, range.high),
                        gains.stream().mapToDouble(Double::doubleValue))
                .filter(Double::isFinite)
                .toArray();
        double span = DoubleStream.of(all).max().orElse(1)
                - DoubleStream.of(all).min().orElse(0);
        DoubleStream room = DoubleStream.of(-0.1 * span, margin + 0.15 * span);
        return Scale.around(DoubleStream.concat(DoubleStream.of(all), room), LEFT, RIGHT);
    }

    private void zones(Svg svg, Scale scale) {
        double zero = scale.at(0);
        double worth = scale.at(margin);
        svg.box("zone rule", new Point(LEFT, TOP), new Point(zero, AXIS));
        svg.box("zone model", new Point(worth, TOP), new Point(RIGHT, AXIS));
        svg.line("zero", new Point(zero, TOP - 6), new Point(zero, AXIS));
        svg.line("limit", new Point(worth, TOP - 6), new Point(worth, AXIS));
        boolean crowded = worth - zero < 8;
        if (!crowded) {
            svg.label("label", new Point(zero + 5, TOP - 14), anchor(zero), "no gain");
        }
        String text = "margin " + quantity.text(margin);
        boolean left = worth + Svg.width(text) > RIGHT;
        svg.label("label strong", new Point(worth - (left ? -5 : 5), TOP - 14), left ? Anchor.END : Anchor.START, text);
    }

    private static Anchor anchor(double zero) {
        return zero - Svg.width("no gain") < 0 ? Anchor.START : Anchor.END;
    }

    private void axis(Svg svg, Scale scale) {
        svg.line("axis", new Point(LEFT, AXIS), new Point(RIGHT, AXIS));
        for (double tick : scale.ticks(7)) {
            Point at = new Point(scale.at(tick), AXIS);
            svg.line("axis", at, at.down(5));
            svg.label("tick", at.down(19), Anchor.MIDDLE, Numerals.number(tick, scale.decimals(7)));
        }
        svg.label("label", new Point((LEFT + RIGHT) / 2, AXIS + 38), Anchor.MIDDLE, quantity.label() + " →");
    }

    private void interval(Svg svg, Scale scale) {
        svg.label("tick", new Point(LEFT - 12, INTERVAL + 4), Anchor.END, "interval");
        Point low = new Point(Double.isFinite(range.low) ? scale.at(range.low) : LEFT, INTERVAL);
        Point high = new Point(Double.isFinite(range.high) ? scale.at(range.high) : RIGHT, INTERVAL);
        svg.line("range model", low, high);
        cap(svg, low, Double.isFinite(range.low));
        cap(svg, high, Double.isFinite(range.high));
        Point mean = new Point(scale.at(range.mean), INTERVAL);
        if (!Double.isNaN(range.mean)) {
            svg.mark(Look.MODEL, mean, 7);
        }
        String text =
                quantity.text(range.mean) + "  (" + quantity.text(range.low) + " to " + quantity.text(range.high) + ")";
        svg.label("value", new Point(aside(mean.x(), text, scale, margin), INTERVAL - 18), Anchor.MIDDLE, text);
    }

    /// The middle of a text near `x` that neither line crosses, that of the margin least of all.
    private static double aside(double x, String text, Scale scale, double margin) {
        double half = BOLD * Svg.width(text) / 2 + 6;
        double middle = x;
        for (double value : new double[] {0, margin}) {
            double line = scale.at(value);
            if (Math.abs(middle - line) < half) {
                middle = x < line ? line - half : line + half;
            }
        }
        return Math.clamp(Double.isNaN(middle) ? LEFT : middle, LEFT + half, RIGHT - half);
    }

    private static void cap(Svg svg, Point end, boolean known) {
        if (known) {
            svg.line("whisker model", end.down(-9), end.down(9));
        }
    }
}
