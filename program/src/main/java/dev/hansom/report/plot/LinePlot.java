package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Several series over the same stretches of time, each named at its end. A NaN leaves a gap.
public record LinePlot(Caption caption, Quantity quantity, List<String> names, List<Series> series) implements Plot {
    private static final double LEFT = 58;
    private static final double RIGHT = 560;
    private static final double TOP = 36;
    private static final double BOTTOM = 240;
    private static final double LABEL_HEIGHT = 17;
    private static final double APART = 9;

    /// One line: a value for each name, and the whisker around each (none where its bounds are NaN).
    public record Series(String name, Look look, List<Double> values, List<Double> low, List<Double> high) {
        public Series {
            values = List.copyOf(values);
            low = List.copyOf(low);
            high = List.copyOf(high);
        }

        /// A line without whiskers.
        public static Series of(String name, Look look, List<Double> values) {
            return new Series(name, look, values, List.of(), List.of());
        }

        private DoubleStream all() {
            return List.of(values, low, high).stream()
                    .flatMap(List::stream)
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite);
        }
    }

    private record End(Series series, double y) {}

    public LinePlot {
        names = List.copyOf(names);
        series = List.copyOf(series);
    }

    @Override
    public String svg(String id) {
        Scale scale = Scale.around(series.stream().flatMapToDouble(Series::all), BOTTOM, TOP);
        Svg svg = new Svg(id, caption, new Point(680, 276));
        Axes.vertical(svg, scale, quantity.label(), LEFT, RIGHT);
        Axes.names(svg, names, LEFT + step() / 2, step(), BOTTOM);
        series.forEach(one -> draw(svg, scale, one));
        ends(svg, scale);
        return svg.end();
    }

    private double step() {
        return (RIGHT - LEFT) / Math.max(1, names.size());
    }

    /// Lines with whiskers stand a little apart, so that their whiskers do not cover one another.
    private double x(Series one, int index) {
        double apart = one.low.isEmpty() ? 0 : APART * (series.indexOf(one) - (series.size() - 1) / 2.0);
        return LEFT + (index + 0.5) * step() + apart;
    }

    private void draw(Svg svg, Scale scale, Series one) {
        List<Point> stretch = new ArrayList<>();
        for (int i = 0; i < one.values.size(); i++) {
            double value = one.values.get(i);
            if (Double.isNaN(value)) {
                line(svg, one, stretch);
                stretch.clear();
            } else {
                stretch.add(new Point(x(one, i), scale.at(value)));
                whisker(svg, scale, one, i);
            }
        }
        line(svg, one, stretch);
        IntStream.range(0, one.values.size())
                .filter(i -> !Double.isNaN(one.values.get(i)))
                .forEach(i -> svg.mark(one.look, new Point(x(one, i), scale.at(one.values.get(i))), 4));
    }

    private static void line(Svg svg, Series one, List<Point> stretch) {
        if (stretch.size() > 1) {
            svg.lines("line " + one.look.slug(), stretch);
        }
    }

    private void whisker(Svg svg, Scale scale, Series one, int i) {
        if (i < one.low.size() && Double.isFinite(one.low.get(i)) && Double.isFinite(one.high.get(i))) {
            Point low = new Point(x(one, i), scale.at(one.low.get(i)));
            svg.line("whisker " + one.look.slug(), low, new Point(x(one, i), scale.at(one.high.get(i))));
        }
    }

    /// The names at the ends of the lines, apart from one another.
    private void ends(Svg svg, Scale scale) {
        List<End> ends = series.stream()
                .filter(one -> one.values.stream().anyMatch(value -> !Double.isNaN(value)))
                .map(one -> new End(one, scale.at(last(one))))
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
        double least = TOP;
        for (End end : ends) {
            double y = Math.max(end.y, least);
            least = y + LABEL_HEIGHT;
            String text = end.series.name + " " + quantity.text(last(end.series));
            svg.label("name " + end.series.look.slug(), new Point(RIGHT + 4, y + 4), Anchor.START, text);
        }
    }

    private static double last(Series one) {
        return one.values.reversed().stream()
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(Double.NaN);
    }
}
