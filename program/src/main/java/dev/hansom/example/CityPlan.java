package dev.hansom.example;

import java.time.YearMonth;

/// Which city to simulate: its world, the months, the rows a month and the seed. Same plan, same rows.
public record CityPlan(World world, YearMonth first, int months, int rowsAMonth, long seed) {
    /// January to March 2025, 20,000 rows a month.
    public static final CityPlan USUAL = new CityPlan(World.ML, YearMonth.of(2025, 1), 3, 20_000, 1);

    public CityPlan {
        if (months < 1 || rowsAMonth < 100) {
            throw new IllegalArgumentException("a city needs a month and 100 rows in it");
        }
    }

    /// The same in another world.
    public CityPlan in(World other) {
        return new CityPlan(other, first, months, rowsAMonth, seed);
    }

    /// The same with so many rows a month.
    public CityPlan rows(int count) {
        return new CityPlan(world, first, months, count, seed);
    }

    /// How many rows a month has in this world.
    int size() {
        return Math.min(rowsAMonth, world.mostRows());
    }
}
