package dev.hansom.example;

/// What is true in a simulated city, and so which verdict a design must reach.
///
/// `rush`: by how much rush hours slow down long ways and speed up short ones, and other hours the other way round,
/// which a rule of pair × hour cannot say; `commute`: by how much trips towards Manhattan are slower in the morning and
/// those away from it in the evening; `noise`: the standard deviation of a trip's duration as a share of it;
/// `busyZones`: in how many zones nearly all trips start and end; `spread`: how far apart they lie, against the real
/// city; `mostRows`: how many trips a month has at most.
public enum World {
    /// Durations depend on what a pair × hour rule cannot say: the verdict is ML.
    ML(0.35, 0.10, 0.15, 20, 0.4, Integer.MAX_VALUE),
    /// Durations are a pair's mean times an hour's factor and noise: the verdict is RULE.
    RULE(0.0, 0.0, 0.15, 8, 0.3, Integer.MAX_VALUE),
    /// Few trips and much noise: the verdict is NOT_ENOUGH_DATA.
    SHORT(0.40, 0.10, 0.35, 8, 0.4, 450);

    private final double rush;
    private final double commute;
    private final double noise;
    private final int busyZones;
    private final double spread;
    private final int mostRows;

    World(double rush, double commute, double noise, int busyZones, double spread, int mostRows) {
        this.rush = rush;
        this.commute = commute;
        this.noise = noise;
        this.busyZones = busyZones;
        this.spread = spread;
        this.mostRows = mostRows;
    }

    double rush() {
        return rush;
    }

    double commute() {
        return commute;
    }

    double noise() {
        return noise;
    }

    int busyZones() {
        return busyZones;
    }

    double spread() {
        return spread;
    }

    int mostRows() {
        return mostRows;
    }
}
