package dev.hansom.example;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/// How long a trip really takes in a world: a pair's mean, times an hour's factor, times what only some worlds have:
/// jams that hold up long ways and not short ones, and commuters.
///
/// Unit: minutes. Threads: immutable.
final class Truth {
    /// Minutes before and after the ride, and for a mile.
    private static final double STANDING = 3.0;

    private static final double A_MILE = 4.1;

    /// How much pairs differ from what their distance says.
    private static final double PAIR_SPREAD = 0.25;

    private final World world;
    private final double meanMiles;
    private final long seed;

    Truth(World world, double meanMiles, long seed) {
        this.world = world;
        this.meanMiles = meanMiles;
        this.seed = seed;
    }

    /// The expected minutes of a trip.
    double minutes(Zones.Zone from, Zones.Zone to, LocalDateTime at) {
        double jam = 1 + world.rush() * rush(at) * distant(Zones.miles(from, to));
        return pair(from, to) * hour(at) * jam * commute(from, to, at);
    }

    /// The mean of a pair at an ordinary hour.
    double pair(Zones.Zone from, Zones.Zone to) {
        double own = 1 + PAIR_SPREAD * (2 * uniform(from.id() * 1_000L + to.id()) - 1);
        return (STANDING + A_MILE * Zones.miles(from, to)) * own;
    }

    /// The factor of an hour, from 0.75 at night to 1.2 in the afternoon.
    static double hour(LocalDateTime at) {
        int hour = at.getHour();
        return hour < 6 ? 0.75 : hour < 10 ? 1.1 : hour < 15 ? 1.0 : hour < 19 ? 1.2 : 0.9;
    }

    /// From -0.6 to 1: how much of a rush hour it is; none on a weekend.
    private static double rush(LocalDateTime at) {
        if (weekend(at)) {
            return 0;
        }
        int hour = at.getHour();
        return (hour >= 7 && hour < 10) || (hour >= 15 && hour < 19) ? 1 : -0.6;
    }

    /// From -1 for a way much shorter than usual in the city to 1 for one much longer.
    private double distant(double miles) {
        return Math.clamp((miles - meanMiles) / (0.4 * meanMiles), -1, 1);
    }

    private double commute(Zones.Zone from, Zones.Zone to, LocalDateTime at) {
        if (from.manhattan() == to.manhattan() || weekend(at)) {
            return 1;
        }
        boolean morning = at.getHour() >= 6 && at.getHour() < 11;
        boolean evening = at.getHour() >= 15 && at.getHour() < 20;
        boolean with = (to.manhattan() && morning) || (from.manhattan() && evening);
        boolean against = (from.manhattan() && morning) || (to.manhattan() && evening);
        return with ? 1 + world.commute() : against ? 1 - world.commute() : 1;
    }

    private static boolean weekend(LocalDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// A number from 0 to 1 that belongs to `key` in this city. Source: the finaliser of SplitMix64.
    private double uniform(long key) {
        long z = (seed + key) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
