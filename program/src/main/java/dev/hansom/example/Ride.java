package dev.hansom.example;

import dev.hansom.data.Window;
import java.time.YearMonth;
import java.util.SplittableRandom;

/// One trip before it becomes a row: from where to where, when (wall-clock microseconds), minutes, miles, and whether
/// the meter's fields are there.
record Ride(int from, int to, long at, double minutes, double miles, boolean counted, double sign) {
    private static final long MINUTE = 60_000_000L;

    Ride(int from, int to, long at, double minutes, double miles, boolean counted) {
        this(from, to, at, minutes, miles, counted, 1);
    }

    /// The same trip as the faulty record of it says.
    Ride with(Fault fault, YearMonth month, SplittableRandom random) {
        return switch (fault) {
            case NONE -> this;
            case CLOCK -> new Ride(from, to, elsewhere(month, random), minutes, miles, counted);
            case BACKWARDS -> new Ride(from, to, at, random.nextBoolean() ? 0 : -random.nextInt(1, 30), miles, counted);
            case MOMENT -> new Ride(from, to, at, random.nextDouble(0.02, 0.98), 0.01, true);
            case FORGOTTEN ->
                new Ride(from, to, at, random.nextDouble(61, random.nextBoolean() ? 120 : 1_439), miles, counted);
            case ABSURD_DISTANCE -> new Ride(from, to, at, minutes, Math.exp(random.nextDouble(5, 12.2)), counted);
            case NO_DISTANCE -> new Ride(from, to, at, minutes, 0, counted);
            case NEGATIVE_FARE -> new Ride(from, to, at, minutes, miles, true, -1);
            case UNKNOWN_ZONE ->
                random.nextBoolean()
                        ? new Ride(264 + random.nextInt(2), to, at, minutes, miles, counted)
                        : new Ride(from, 264 + random.nextInt(2), at, minutes, miles, counted);
        };
    }

    /// Writes the row. Trips without the meter's fields are stamped with whole minutes.
    void write(TripFile file, SplittableRandom random) {
        int row = file.append();
        long start = counted ? at : at - Math.floorMod(at, MINUTE);
        long lasted = counted ? Math.round(minutes * 60) * 1_000_000L : Math.round(minutes) * MINUTE;
        file.set("lpep_pickup_datetime", row, start);
        file.set("lpep_dropoff_datetime", row, start + lasted);
        file.set("PULocationID", row, (long) from);
        file.set("DOLocationID", row, (long) to);
        file.set("trip_distance", row, cents(miles));
        file.set("VendorID", row, counted && random.nextDouble() < 0.18 ? 1L : 2L);
        if (counted) {
            meter(file, row, random);
        }
        money(file, row, random);
    }

    private void meter(TripFile file, int row, SplittableRandom random) {
        boolean fixed = random.nextDouble() < 0.025;
        file.set("store_and_fwd_flag", row, random.nextDouble() < 0.005 ? "Y" : "N");
        file.set("RatecodeID", row, fixed ? 5.0 : 1.0);
        file.set("passenger_count", row, passengers(random.nextDouble()));
        file.set("payment_type", row, random.nextDouble() < 0.6 ? 1.0 : 2.0);
        file.set("trip_type", row, fixed ? 2.0 : 1.0);
        file.set("congestion_surcharge", row, random.nextDouble() < 0.25 ? 2.75 : 0.0);
    }

    private void money(TripFile file, int row, SplittableRandom random) {
        double fare = cents(3 + 2.5 * Math.min(miles, 100) + 0.35 * Math.clamp(minutes, 0, 120));
        double tip = random.nextDouble() < 0.5 ? cents(fare * random.nextDouble(0.1, 0.3)) : 0;
        double tolls = random.nextDouble() < 0.04 ? 6.12 : 0;
        double extra = counted ? 0.5 * random.nextInt(3) : 0;
        double tax = counted ? 0.5 : 0;
        file.set("fare_amount", row, sign * fare);
        file.set("extra", row, sign * extra);
        file.set("mta_tax", row, sign * tax);
        file.set("tip_amount", row, sign * tip);
        file.set("tolls_amount", row, sign * tolls);
        file.set("improvement_surcharge", row, sign * 0.3);
        file.set("total_amount", row, sign * cents(fare + extra + tax + tip + tolls + 0.3));
    }

    private static long elsewhere(YearMonth month, SplittableRandom random) {
        YearMonth other = random.nextBoolean() ? YearMonth.of(2009, 1) : month.plusMonths(1);
        return Window.micros(other.atDay(1).atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
    }

    private static double passengers(double drawn) {
        return drawn < 0.84 ? 1 : drawn < 0.92 ? 2 : drawn < 0.94 ? 3 : drawn < 0.95 ? 4 : drawn < 0.98 ? 5 : 6;
    }

    private static double cents(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
