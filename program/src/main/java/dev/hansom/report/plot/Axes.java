package dev.hansom.report.plot;

import dev.hansom.report.plot.Svg.Anchor;
import java.util.List;

/// The axes that plots share.
final class Axes {
    private static final int TICKS = 5;

    private Axes() {}

    /// Lines across at round values, with the values at the left and what they measure above.
    static void vertical(Svg svg, Scale scale, String label, double left, double right) {
        for (double tick : scale.ticks(TICKS)) {
            double y = scale.at(tick);
            svg.line("grid", new Point(left, y), new Point(right, y));
            svg.label("tick", new Point(left - 8, y + 4), Anchor.END, Numerals.number(tick, scale.decimals(TICKS)));
        }
        svg.label("label", new Point(6, 15), Anchor.START, "↑ " + label);
    }

    /// Names below, the first at `first`, one every `step`; as many as have room.
    static void names(Svg svg, List<String> names, double first, double step, double bottom) {
        double widest = names.stream().mapToDouble(Svg::width).max().orElse(0) + 12;
        int each = (int) Math.max(1, Math.ceil(widest / step));
        for (int i = 0; i < names.size(); i++) {
            Point at = new Point(first + i * step, bottom);
            if (i % each == 0) {
                svg.label("tick", at.down(20), Anchor.MIDDLE, names.get(i));
            }
        }
    }
}
