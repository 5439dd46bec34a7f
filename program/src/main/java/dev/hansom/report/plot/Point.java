package dev.hansom.report.plot;

/// A place in a drawing, in pixels from its upper left corner.
record Point(double x, double y) {
    Point right(double by) {
        return new Point(x + by, y);
    }

    Point down(double by) {
        return new Point(x, y + by);
    }

    @Override
    public String toString() {
        return Numerals.coordinate(x) + " " + Numerals.coordinate(y);
    }
}
