package dev.hansom.example;

/// Where a borough lies, how far it stretches, and how often green taxis start there.
enum Borough {
    MANHATTAN(0, 0, 2, 11, 3.0),
    BRONX(3, 8, 5, 5, 1.6),
    BROOKLYN(2.5, -7, 6, 6, 2.2),
    QUEENS(8, -1, 8, 8, 1.4),
    STATEN_ISLAND(-8, -13, 8, 6, 0.03),
    EWR(-10, -4, 0.1, 0.1, 0.03);

    private final double x;
    private final double y;
    private final double wide;
    private final double high;
    private final double trips;

    Borough(double x, double y, double wide, double high, double trips) {
        this.x = x;
        this.y = y;
        this.wide = wide;
        this.high = high;
        this.trips = trips;
    }

    static Borough of(String borough) {
        return switch (borough) {
            case "Manhattan" -> MANHATTAN;
            case "Bronx" -> BRONX;
            case "Brooklyn" -> BROOKLYN;
            case "Queens" -> QUEENS;
            case "Staten Island" -> STATEN_ISLAND;
            case "EWR" -> EWR;
            default -> throw new IllegalArgumentException("no borough " + borough);
        };
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double wide() {
        return wide;
    }

    double high() {
        return high;
    }

    double trips() {
        return trips;
    }
}
