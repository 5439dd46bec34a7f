package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// How values are spread over bins, before (an outline) and now (columns); shares from 0 to 1.
public record SharesPlot(Caption caption, List<String> bins, List<Double> before, List<Double> now) implements Plot {
    private static final double WIDTH = 330;
    private static final double LEFT = 44;
    private static final double RIGHT = 322;
    private static final double TOP = 12;
    private static final double BOTTOM = 122;

    public SharesPlot {
        bins = List.copyOf(bins);
        before = List.copyOf(before);
        now = List.copyOf(now);
    }

    @Override
    public String svg(String id) {
        Scale scale = Scale.fromZero(
                DoubleStream.concat(
                        before.stream().mapToDouble(Double::doubleValue),
                        now.stream().mapToDouble(Double::doubleValue)),
                BOTTOM,
                TOP);
        Svg svg = new Svg(id, caption, new Point(WIDTH, 148));
        for (double tick : scale.ticks(3)) {
            double y = scale.at(tick);
            svg.line("grid", new Point(LEFT, y), new Point(RIGHT, y));
            svg.label(
                    "tick",
                    new Point(LEFT - 6, y + 4),
                    Anchor.END,
                    Numerals.percent(tick, Math.max(0, scale.decimals(3) - 2)));
        }
        double step = (RIGHT - LEFT) / Math.max(1, bins.size());
        columns(svg, scale, step);
        outline(svg, scale, step);
        Axes.names(svg, bins, LEFT + step / 2, step, BOTTOM - 3);
        return svg.end();
    }

    private void columns(Svg svg, Scale scale, double step) {
        for (int i = 0; i < now.size(); i++) {
            double from = LEFT + i * step;
            Point foot = new Point(from + 0.12 * step, BOTTOM);
            svg.box("bar now", foot, new Point(from + 0.88 * step, scale.at(now.get(i))));
        }
    }

    private void outline(Svg svg, Scale scale, double step) {
        List<Point> steps = new ArrayList<>();
        steps.add(new Point(LEFT, BOTTOM));
        for (int i = 0; i < before.size(); i++) {
            double y = scale.at(before.get(i));
            steps.add(new Point(LEFT + i * step, y));
            steps.add(new Point(LEFT + (i + 1) * step, y));
        }
        steps.add(new Point(LEFT + before.size() * step, BOTTOM));
        svg.lines("line before", steps);
    }
}
