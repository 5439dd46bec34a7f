package dev.hansom.score.kernel;

/// Points and weights on 0 to 1 that integrate a polynomial of degree `2 * points - 1` or less exactly.
///
/// Source: Gauss and Legendre; the points are the roots of the Legendre polynomial, found by Newton's method
/// from
/// Tricomi's approximation.
@SuppressWarnings("ArrayRecordComponent")
record Quadrature(double[] points, double[] weights) {
    private static final int STEPS = 8;

    static Quadrature of(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < STEPS; step++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= count; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = count * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            points[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new Quadrature(points, weights);
    }
}
