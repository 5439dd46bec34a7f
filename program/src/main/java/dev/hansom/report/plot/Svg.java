package dev.hansom.report.plot;

import java.util.List;

/// A drawing as text. Every mark has a class instead of a colour; every text is escaped.
///
/// Threads: for one thread.
final class Svg {
    /// Where a text stands as seen from its point.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// About how wide a character of a label is.
    static final double CHARACTER = 7.4;

    private final StringBuilder text = new StringBuilder();

    /// Begins a drawing of that size that a screen reader announces with the caption.
    Svg(String id, Caption caption, Point size) {
        text.append("<svg class=\"plot\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-text\" viewBox=\"0 0 ")
                .append(size)
                .append("\" width=\"")
                .append(Numerals.coordinate(size.x()))
                .append("\" height=\"")
                .append(Numerals.coordinate(size.y()))
                .append("\" xmlns=\"http://www.w3.org/2000/svg\">");
        text.append("<title id=\"").append(id).append("-title\">");
        text.append(escaped(caption.title())).append("</title>");
        text.append("<desc id=\"").append(id).append("-text\">");
        text.append(escaped(caption.description())).append("</desc>");
    }

    Svg line(String classes, Point from, Point to) {
        return path(classes, "M" + from + "L" + to);
    }

    Svg lines(String classes, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(point);
        }
        return path(classes, path.toString());
    }

    Svg area(String classes, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(point);
        }
        return path(classes, path.append('Z').toString());
    }

    /// A box between two opposite corners.
    Svg box(String classes, Point corner, Point opposite) {
        text.append("<rect class=\"").append(classes).append('"');
        attribute("x", Math.min(corner.x(), opposite.x()));
        attribute("y", Math.min(corner.y(), opposite.y()));
        attribute("width", Math.abs(opposite.x() - corner.x()));
        attribute("height", Math.abs(opposite.y() - corner.y()));
        text.append("/>");
        return this;
    }

    /// The mark of a look: a square for the rule, a disc for all others.
    Svg mark(Look look, Point at, double radius) {
        if (look == Look.RULE) {
            Point corner = new Point(at.x() - radius, at.y() - radius);
            return box("dot " + look.slug(), corner, new Point(at.x() + radius, at.y() + radius));
        }
        return disc("dot " + look.slug(), at, radius);
    }

    Svg disc(String classes, Point at, double radius) {
        text.append("<circle class=\"").append(classes).append('"');
        attribute("cx", at.x());
        attribute("cy", at.y());
        attribute("r", radius);
        text.append("/>");
        return this;
    }

    Svg label(String classes, Point at, Anchor anchor, String words) {
        text.append("<text class=\"").append(classes);
        text.append(anchor == Anchor.START ? "" : anchor == Anchor.MIDDLE ? " middle" : " end")
                .append('"');
        attribute("x", at.x());
        attribute("y", at.y());
        text.append('>').append(escaped(words)).append("</text>");
        return this;
    }

    /// The whole drawing.
    String end() {
        return text.append("</svg>").toString();
    }

    /// About how wide a label is.
    static double width(String words) {
        return words.length() * CHARACTER;
    }

    private Svg path(String classes, String path) {
        text.append("<path class=\"")
                .append(classes)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
        return this;
    }

    private void attribute(String name, double value) {
        text.append(' ')
                .append(name)
                .append("=\"")
                .append(Numerals.coordinate(value))
                .append('"');
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
