package dev.hansom.learn;

import dev.hansom.project.CoordinatesPlan;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/// Learns the places of keys from the median distance of each pair of them, both ways together; a pair counts by the
/// square root of its rows over its distance.
///
/// A map has no north: what is learned from some of the rows is turned onto the map of all, so that a coordinate means
/// the same in every fold. Source of the turn: Schönemann, Orthogonal Procrustes, 1966.
/// Threads: not safe.
final class CoordinatesFit {
    private final Rows rows;
    private final CoordinatesPlan plan;
    private final List<@Nullable Object> keys = new ArrayList<>();
    private final int[] from;
    private final int[] to;
    private final double[] distances;
    private double[][] reference = new double[0][];

    CoordinatesFit(Rows rows, CoordinatesPlan plan) {
        this.rows = rows;
        this.plan = plan;
        Map<@Nullable Object, Integer> numbers = new HashMap<>();
        this.from = numbered(plan.from(), numbers);
        this.to = numbered(plan.to(), numbers);
        String distance = plan.where()
                .map(where -> "CASE WHEN " + where + " THEN " + plan.distance() + " END")
                .orElse(plan.distance());
        this.distances = rows.numbers(Expression.compile(distance, rows.scope()));
    }

    private int[] numbered(String key, Map<@Nullable Object, Integer> numbers) {
        Rows.Keyed keyed = rows.keyed(List.of(key));
        int[] places = keyed.keys().stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.getFirst(), added -> {
                    keys.add(added);
                    return keys.size() - 1;
                }))
                .toArray();
        return Arrays.stream(keyed.ids()).map(id -> places[id]).toArray();
    }

    /// The lookups of the coordinates as learned from the rows `use`. The first time makes the map that later ones are
    /// turned onto.
    @SuppressWarnings("NullAway") // the record of another module does not show that key parts may be null
    List<Lookup> learn(int[] use) {
        long[] seen = new long[keys.size()];
        double[][] places = places(use, seen);
        boolean first = reference.length == 0;
        reference = first ? places : reference;
        double[][] turned = first ? places : turned(places);
        List<List<Lookup.Cell>> cells = new ArrayList<>();
        for (int d = 0; d < plan.dimensions(); d++) {
            List<Lookup.Cell> axis = new ArrayList<>();
            for (int place = 0; place < turned.length; place++) {
                if (!Double.isNaN(turned[place][d])) {
                    axis.add(new Lookup.Cell(Arrays.asList(keys.get(place)), seen[place], turned[place][d]));
                }
            }
            cells.add(axis);
        }
        return plan.lookups(cells);
    }

    /// The coordinates of every key, missing ones NaN; and in how many rows it was `seen`.
    private double[][] places(int[] use, long[] seen) {
        Map<Long, List<Double>> pairs = new TreeMap<>();
        for (int row : use) {
            boolean apart = from[row] != to[row] && keys.get(from[row]) != null && keys.get(to[row]) != null;
            if (apart && distances[row] > 0) {
                long low = Math.min(from[row], to[row]);
                pairs.computeIfAbsent(low << 32 | Math.max(from[row], to[row]), key -> new ArrayList<>())
                        .add(distances[row]);
                seen[from[row]]++;
                seen[to[row]]++;
            }
        }
        double[][] places = new Layout(roads(pairs, seen), plan.dimensions()).places();
        for (int place = 0; place < places.length; place++) {
            if (seen[place] < plan.least()) {
                Arrays.fill(places[place], Double.NaN);
            }
        }
        return places;
    }

    private Roads roads(Map<Long, List<Double>> pairs, long[] seen) {
        int[] degrees = new int[keys.size()];
        Map<Long, List<Double>> kept = new TreeMap<>(pairs);
        kept.keySet().removeIf(pair -> seen[(int) (pair >> 32)] < plan.least() || seen[pair.intValue()] < plan.least());
        for (long pair : kept.keySet()) {
            degrees[(int) (pair >> 32)]++;
            degrees[(int) pair]++;
        }
        int[][] neighbours = Arrays.stream(degrees).mapToObj(int[]::new).toArray(int[][]::new);
        double[][] lengths = Arrays.stream(degrees).mapToObj(double[]::new).toArray(double[][]::new);
        double[][] weights = Arrays.stream(degrees).mapToObj(double[]::new).toArray(double[][]::new);
        int[] next = new int[degrees.length];
        kept.forEach((pair, measured) -> {
            double[] values = measured.stream().mapToDouble(Double::doubleValue).toArray();
            double length = Past.quantile(values, 0, values.length, 0.5);
            double weight = Math.sqrt(values.length) / length;
            int[] ends = {(int) (pair >> 32), pair.intValue()};
            for (int end = 0; end < 2; end++) {
                int slot = next[ends[end]]++;
                neighbours[ends[end]][slot] = ends[1 - end];
                lengths[ends[end]][slot] = length;
                weights[ends[end]][slot] = weight;
            }
        });
        return new Roads(neighbours, lengths, weights);
    }

    private double[][] turned(double[][] places) {
        int width = plan.dimensions();
        double[] mine = new double[width];
        double[] theirs = new double[width];
        int common = 0;
        for (int i = 0; i < places.length; i++) {
            if (isKnown(places, i)) {
                common++;
                for (int d = 0; d < width; d++) {
                    mine[d] += places[i][d];
                    theirs[d] += reference[i][d];
                }
            }
        }
        if (common == 0) {
            return places;
        }
        RealMatrix cross = MatrixUtils.createRealMatrix(width, width);
        for (int i = 0; i < places.length; i++) {
            for (int a = 0; isKnown(places, i) && a < width; a++) {
                for (int b = 0; b < width; b++) {
                    double part = (places[i][a] - mine[a] / common) * (reference[i][b] - theirs[b] / common);
                    cross.addToEntry(a, b, part);
                }
            }
        }
        SingularValueDecomposition parts = new SingularValueDecomposition(cross);
        RealMatrix turn = parts.getU().multiply(parts.getVT());
        double[][] turned = new double[places.length][width];
        for (int i = 0; i < places.length; i++) {
            for (int b = 0; b < width; b++) {
                turned[i][b] = theirs[b] / common;
                for (int a = 0; a < width; a++) {
                    turned[i][b] += (places[i][a] - mine[a] / common) * turn.getEntry(a, b);
                }
            }
        }
        return turned;
    }

    private boolean isKnown(double[][] places, int place) {
        return !Double.isNaN(places[place][0]) && !Double.isNaN(reference[place][0]);
    }
}
