package dev.hansom.learn;

import java.util.Arrays;

/// Lays places out on a map so that distances on it are like the lengths of roads.
///
/// It starts from pivots: the shortest ways to a few places far apart, double centred, and their main directions. Then
/// each place in turn moves to where its own roads want it, which never makes the weighted stress greater. No chance is
/// in
/// it. Places that no road connects with the first pivot stay missing (NaN).
/// Source: Brandes and Pich, Eigensolver methods for progressive multidimensional scaling, 2006; Gansner, Koren and
/// North, Graph drawing by stress majorization, 2004, section 2.3.
final class Layout {
    private static final int PIVOTS = 60;
    private static final int TURNS = 200;
    private static final int SWEEPS = 300;
    private static final double SMALL = 1e-5;

    private final Roads roads;
    private final int dimensions;

    Layout(Roads roads, int dimensions) {
        this.roads = roads;
        this.dimensions = dimensions;
    }

    /// The places, each with its coordinates.
    double[][] places() {
        if (roads.places() == 0) {
            return new double[0][];
        }
        double[][] places = start();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep(places) < SMALL) {
                break;
            }
        }
        return places;
    }

    /// The weighted mean square of how far the map is off, relative to that of the lengths: Kruskal's stress squared.
    double stress(double[][] places) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < places.length; i++) {
            for (int k = 0; k < roads.to()[i].length; k++) {
                double length = roads.lengths()[i][k];
                double error = length - distance(places[i], places[roads.to()[i][k]]);
                if (!Double.isNaN(error)) {
                    off += roads.weights()[i][k] * error * error;
                    all += roads.weights()[i][k] * length * length;
                }
            }
        }
        return all == 0 ? 0 : off / all;
    }

    /// Moves every place once; how far the places moved, relative to the lengths of their roads.
    private double sweep(double[][] places) {
        double moved = 0;
        double scale = 0;
        double[] wanted = new double[dimensions];
        for (int i = 0; i < places.length; i++) {
            if (Double.isNaN(places[i][0])) {
                continue;
            }
            double total = 0;
            Arrays.fill(wanted, 0);
            for (int k = 0; k < roads.to()[i].length; k++) {
                double[] other = places[roads.to()[i][k]];
                double weight = roads.weights()[i][k];
                double apart = distance(places[i], other);
                double stretch = apart < 1e-12 ? 0 : roads.lengths()[i][k] / apart;
                for (int d = 0; d < dimensions; d++) {
                    wanted[d] += weight * (other[d] + stretch * (places[i][d] - other[d]));
                }
                total += weight;
                scale += roads.lengths()[i][k] / roads.to()[i].length;
            }
            for (int d = 0; total > 0 && d < dimensions; d++) {
                moved += Math.abs(wanted[d] / total - places[i][d]);
                places[i][d] = wanted[d] / total;
            }
        }
        return scale == 0 ? 0 : moved / scale;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(sum);
    }

    private double[][] start() {
        int size = roads.places();
        int pivots = Math.min(PIVOTS, size);
        double[][] ways = new double[pivots][];
        double[] nearest = new double[size];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int pivot = busiest();
        for (int p = 0; p < pivots; p++) {
            ways[p] = roads.shortest(pivot);
            int far = pivot;
            for (int i = 0; i < size; i++) {
                nearest[i] = Math.min(nearest[i], ways[p][i]);
                far = nearest[i] < Double.POSITIVE_INFINITY && nearest[i] > nearest[far] ? i : far;
            }
            pivot = far;
        }
        return projected(centred(ways, size), ways[0]);
    }

    private int busiest() {
        int best = 0;
        for (int i = 1; i < roads.places(); i++) {
            best = roads.to()[i].length > roads.to()[best].length ? i : best;
        }
        return best;
    }

    /// Squared ways, double centred over the places that can be reached; 0 for the others. Rows are places.
    private static double[][] centred(double[][] ways, int size) {
        double[][] squares = new double[size][ways.length];
        double[] columns = new double[ways.length];
        double all = 0;
        int reached = 0;
        for (int i = 0; i < size; i++) {
            if (Double.isInfinite(ways[0][i])) {
                continue;
            }
            reached++;
            for (int p = 0; p < ways.length; p++) {
                squares[i][p] = ways[p][i] * ways[p][i];
                columns[p] += squares[i][p];
                all += squares[i][p];
            }
        }
        for (int i = 0; i < size; i++) {
            if (Double.isInfinite(ways[0][i])) {
                continue;
            }
            double mean = Arrays.stream(squares[i]).average().orElse(0);
            for (int p = 0; p < ways.length; p++) {
                squares[i][p] = -0.5 * (squares[i][p] - mean - columns[p] / reached + all / reached / ways.length);
            }
        }
        return squares;
    }

    private double[][] projected(double[][] centred, double[] reach) {
        int pivots = centred[0].length;
        double[][] axes = new double[dimensions][];
        double[][] places = new double[centred.length][dimensions];
        for (int d = 0; d < dimensions; d++) {
            axes[d] = axis(centred, axes, d);
            double[] image = times(centred, axes[d]);
            double[] back = back(centred, image, pivots);
            double length = Math.sqrt(Math.sqrt(dot(back, back)));
            double norm = Math.sqrt(dot(image, image));
            for (int i = 0; i < places.length; i++) {
                places[i][d] = Double.isInfinite(reach[i])
                        ? Double.NaN
                        : norm == 0
                                ? 0
                                : image[i] / norm * Math.sqrt(length) * Math.pow(places.length / (double) pivots, 0.25);
            }
        }
        return places;
    }

    /// The next main direction of the pivots, at right angles to those before it. Source: the power method.
    private static double[] axis(double[][] centred, double[][] before, int count) {
        int pivots = centred[0].length;
        double[] axis = new double[pivots];
        for (int p = 0; p < pivots; p++) {
            axis[p] = Math.cos(p * (count + 1) + 1.0);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            double[] next = back(centred, times(centred, axis), pivots);
            for (int b = 0; b < count; b++) {
                double along = dot(next, before[b]);
                for (int p = 0; p < pivots; p++) {
                    next[p] -= along * before[b][p];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (length == 0) {
                return next;
            }
            for (int p = 0; p < pivots; p++) {
                axis[p] = next[p] / length;
            }
        }
        return axis;
    }

    private static double[] times(double[][] rows, double[] vector) {
        return Arrays.stream(rows).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double[] back(double[][] rows, double[] image, int width) {
        double[] sums = new double[width];
        for (int i = 0; i < rows.length; i++) {
            for (int p = 0; p < width; p++) {
                sums[p] += rows[i][p] * image[i];
            }
        }
        return sums;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
