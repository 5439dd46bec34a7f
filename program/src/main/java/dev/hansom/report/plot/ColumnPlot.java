package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.List;
import java.util.stream.DoubleStream;

/// A value for each stretch of time, as columns from zero, against a margin. A NaN leaves a gap.
public record ColumnPlot(Caption caption, Quantity quantity, List<String> names, List<Double> values, double margin)
        implements Plot {
    private static final double LEFT = 58;
    private static final double RIGHT = 576;
    private static final double TOP = 36;
    private static final double BOTTOM = 214;

    public ColumnPlot {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    @Override
    public String svg(String id) {
        Scale scale = Scale.fromZero(
                DoubleStream.concat(DoubleStream.of(0, margin), values.stream().mapToDouble(Double::doubleValue)),
                BOTTOM,
                TOP);
        Svg svg = new Svg(id, caption, new Point(680, 250));
        Axes.vertical(svg, scale, quantity.label(), LEFT, RIGHT);
        double step = (RIGHT - LEFT) / Math.max(1, names.size());
        for (int i = 0; i < names.size(); i++) {
            column(svg, scale, values.get(i), LEFT + (i + 0.5) * step, Math.min(56, 0.6 * step));
        }
        reference(svg, scale);
        for (int i = 0; i < names.size(); i++) {
            value(svg, scale, values.get(i), LEFT + (i + 0.5) * step);
        }
        Axes.names(svg, names, LEFT + step / 2, step, BOTTOM);
        return svg.end();
    }

    private static void column(Svg svg, Scale scale, double value, double middle, double width) {
        if (!Double.isNaN(value)) {
            Look look = value > 0 ? Look.MODEL : Look.RULE;
            Point corner = new Point(middle - width / 2, scale.at(0));
            svg.box("bar " + look.slug(), corner, new Point(middle + width / 2, scale.at(value)));
        }
    }

    private void value(Svg svg, Scale scale, double value, double middle) {
        if (Double.isNaN(value)) {
            svg.label("tick", new Point(middle, scale.at(0) - 6), Anchor.MIDDLE, "none");
        } else {
            double y = scale.at(value) + (value < 0 ? 16 : -7);
            svg.label("value over", new Point(middle, y), Anchor.MIDDLE, quantity.text(value));
        }
    }

    private void reference(Svg svg, Scale scale) {
        Point zero = new Point(LEFT, scale.at(0));
        Point worth = new Point(LEFT, scale.at(margin));
        svg.line("zero", zero, new Point(RIGHT, zero.y()));
        svg.line("limit", worth, new Point(RIGHT, worth.y()));
        boolean crowded = Math.abs(zero.y() - worth.y()) < 15;
        if (!crowded) {
            svg.label("label", new Point(RIGHT + 7, zero.y() + 4), Anchor.START, "0, the rule");
        }
        svg.label("label strong", new Point(RIGHT + 7, worth.y() + 4), Anchor.START, "margin " + quantity.text(margin));
    }
}
