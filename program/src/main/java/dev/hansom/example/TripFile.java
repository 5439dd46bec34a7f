package dev.hansom.example;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.Set;

/// The columns of the TLC's monthly files of green trips, in its order.
///
/// Source: the files of 2021, "TLC Trip Record Data". `ehail_fee` has no value in any row; it is stored in 32 bits.
final class TripFile {
    static final Set<String> INT32 = Set.of("ehail_fee");

    static final Schema SCHEMA = new Schema(List.of(
            column("VendorID", Type.INT64),
            column("lpep_pickup_datetime", Type.TIMESTAMP),
            column("lpep_dropoff_datetime", Type.TIMESTAMP),
            column("store_and_fwd_flag", Type.STRING),
            column("RatecodeID", Type.DOUBLE),
            column("PULocationID", Type.INT64),
            column("DOLocationID", Type.INT64),
            column("passenger_count", Type.DOUBLE),
            column("trip_distance", Type.DOUBLE),
            column("fare_amount", Type.DOUBLE),
            column("extra", Type.DOUBLE),
            column("mta_tax", Type.DOUBLE),
            column("tip_amount", Type.DOUBLE),
            column("tolls_amount", Type.DOUBLE),
            column("ehail_fee", Type.INT64),
            column("improvement_surcharge", Type.DOUBLE),
            column("total_amount", Type.DOUBLE),
            column("payment_type", Type.DOUBLE),
            column("trip_type", Type.DOUBLE),
            column("congestion_surcharge", Type.DOUBLE)));

    private final Columns rows;

    TripFile(int capacity) {
        rows = new Columns(SCHEMA, capacity);
    }

    /// The rows so far.
    Columns rows() {
        return rows;
    }

    int append() {
        return rows.append();
    }

    void set(String column, int row, double value) {
        rows.set(SCHEMA.index(column), row, value);
    }

    void set(String column, int row, long value) {
        rows.set(SCHEMA.index(column), row, value);
    }

    void set(String column, int row, String value) {
        rows.set(SCHEMA.index(column), row, value);
    }

    private static Schema.Column column(String name, Type type) {
        return new Schema.Column(name, type);
    }
}
