package dev.hansom.example;

/// What is true in a simulated city, and so which verdict a design must reach.
///
/// `rush`: by how much trips without a passenger count are slower in rush hours and the others quicker, which a rule of
/// pair × hour cannot say; `commute`: by how much trips towards Manhattan are slower in the morning and those away from
/// it in the evening; `noise`: the standard deviation of a trip's duration as a share of it; `busyZones`: in how many
/// zones nearly all trips start and end; `spread`: how far apart they lie, against the real city; `scale`: the share of
/// the planned rows that the city has.
public enum World {
    /// Durations depend on what a pair × hour rule cannot say: the verdict is ML.
    ML(0.20, 0.15, 0.15, 20, 0.4, 1.0),
    /// Durations are a pair's mean times an hour's factor and noise: the verdict is RULE.
    RULE(0.0, 0.0, 0.15, 8, 0.3, 1.0),
    /// Few trips and much noise: the verdict is NOT_ENOUGH_DATA.
    SHORT(0.03, 0.03, 0.45, 8, 0.3, 0.04);

    private final double rush;
    private final double commute;
    private final double noise;
    private final int busyZones;
    private final double spread;
    private final double scale;

    World(double rush, double commute, double noise, int busyZones, double spread, double scale) {
        this.rush = rush;
        this.commute = commute;
        this.noise = noise;
        this.busyZones = busyZones;
        this.spread = spread;
        this.scale = scale;
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

    double scale() {
        return scale;
    }
}
