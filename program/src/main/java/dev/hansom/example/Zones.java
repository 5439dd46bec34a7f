package dev.hansom.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The zones of the simulated city: the TLC's real numbers and boroughs, at made-up places.
///
/// Unit: miles. Threads: immutable.
final class Zones {
    /// A zone with its place, how many trips it draws, and where it stands among them by that.
    record Zone(int index, int id, String borough, double x, double y, double weight, int rank) {
        boolean manhattan() {
            return borough.equals("Manhattan");
        }
    }

    /// The reach of a trip in a city as wide as the real one: how quickly far zones become unlikely.
    private static final double REACH_MILES = 12;

    /// How streets make the way longer than the straight line.
    private static final double STREETS = 1.3;

    private static final int SAMPLE = 5_000;

    /// The share of trips that start in a quiet zone, and of those that end in one.
    private static final double QUIET = 0.01;

    private final List<Zone> zones;
    private final double[] from;
    private final double[][] to;

    /// The zones of `world`, whose busy ones draw nearly all trips.
    Zones(World world, long seed) {
        int busy = world.busyZones();
        this.zones = place(world.spread(), seed);
        this.from = cumulated(weights(busy, zone -> zone.weight()));
        this.to = new double[zones.size()][];
        double reach = REACH_MILES * world.spread();
        for (Zone start : zones) {
            to[start.index()] = cumulated(weights(busy, zone -> zone.weight() * Math.exp(-miles(start, zone) / reach)));
        }
    }

    /// Weights of all zones of which the quiet ones have the share `QUIET`.
    private double[] weights(int busy, ToDoubleFunction<Zone> weight) {
        double[] weights = zones.stream().mapToDouble(weight).toArray();
        double many = 0;
        double few = 0;
        for (Zone zone : zones) {
            many += zone.rank() < busy ? weights[zone.index()] : 0;
            few += zone.rank() < busy ? 0 : weights[zone.index()];
        }
        for (Zone zone : zones) {
            weights[zone.index()] *= zone.rank() < busy ? (1 - QUIET) / many : QUIET / few;
        }
        return weights;
    }

    /// A zone to start from.
    Zone start(SplittableRandom random) {
        return zones.get(draw(from, random));
    }

    /// A zone to go to from `start`.
    Zone end(Zone start, SplittableRandom random) {
        return zones.get(draw(to[start.index()], random));
    }

    /// The zone with this number. Errors: [java.util.NoSuchElementException].
    Zone zone(long id) {
        return zones.stream().filter(zone -> zone.id() == id).findFirst().orElseThrow();
    }

    /// The mean way of a trip.
    double meanMiles() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Zone start = start(random);
            sum += miles(start, end(start, random));
        }
        return sum / SAMPLE;
    }

    /// The usual way between two zones by road.
    static double miles(Zone one, Zone other) {
        return 0.6 + STREETS * Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static List<Zone> place(double spread, long seed) {
        List<String[]> read = read();
        SplittableRandom random = new SplittableRandom(seed);
        int[] rank = ranks(read, random);
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Borough place = Borough.of(read.get(i)[1]);
            zones.add(new Zone(
                    i,
                    Integer.parseInt(read.get(i)[0]),
                    read.get(i)[1],
                    spread * (place.x() + place.wide() * (random.nextDouble() - 0.5)),
                    spread * (place.y() + place.high() * (random.nextDouble() - 0.5)),
                    1 / Math.sqrt(3.0 + rank[i]),
                    rank[i]));
        }
        return zones;
    }

    /// A random order in which zones of a borough with many trips tend to come first.
    /// Source: Efraimidis and Spirakis (2006), weighted sampling by exponential keys.
    private static int[] ranks(List<String[]> read, SplittableRandom random) {
        double[] keys = read.stream()
                .mapToDouble(zone ->
                        -Math.log(1 - random.nextDouble()) / Borough.of(zone[1]).trips())
                .toArray();
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        return Arrays.stream(keys)
                .mapToInt(key -> Arrays.binarySearch(sorted, key))
                .toArray();
    }

    private static List<String[]> read() {
        try (InputStream stream = Zones.class.getResourceAsStream("/city/zones.csv")) {
            if (stream == null) {
                throw new IllegalStateException("the zones are not in the jar");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] cumulated(double[] weights) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private static int draw(double[] sums, SplittableRandom random) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found + 1);
    }
}
