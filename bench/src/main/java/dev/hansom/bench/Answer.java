package dev.hansom.bench;

import dev.hansom.score.Binding;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Row;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The whole answer of the taxi model of the template, trained on a simulated city: definitions,
/// lookups, features,
/// forest.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class Answer {
    private static final int TRIPS = 1024;

    private Model model;
    private Binding<Trip> binding;
    private Row row;
    private Trip[] trips;
    private Map<?, ?>[] maps;
    private Columns columns;
    private int next;

    /// What a service would hold.
    public record Trip(LocalDateTime lpepPickupDatetime, int puLocationId, int doLocationId, int passengerCount) {}

    @Setup
    public void read() throws IOException {
        model = Model.load(TaxiModel.file());
        binding = model.bind(Trip.class);
        row = model.row();
        trips = new Trip[TRIPS];
        maps = new Map<?, ?>[TRIPS];
        columns = new Columns(model.schema(), TRIPS);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < TRIPS; i++) {
            LocalDateTime at = LocalDateTime.of(2025, 3, 1, 0, 0).plusMinutes(random.nextInt(40_000));
            trips[i] = new Trip(at, 1 + random.nextInt(263), 1 + random.nextInt(263), 1);
            maps[i] = Map.of(
                    "lpep_pickup_datetime",
                    at,
                    "PULocationID",
                    trips[i].puLocationId(),
                    "DOLocationID",
                    trips[i].doLocationId(),
                    "passenger_count",
                    1);
            binding.fill(trips[i], row);
            columns.appendFrom(row.columns(), 0);
        }
    }

    private int next() {
        next = (next + 1) & (TRIPS - 1);
        return next;
    }

    @Benchmark
    @SuppressWarnings("unchecked")
    public double hansomOfAMap() {
        return model.predict((Map<String, Object>) maps[next()]);
    }

    @Benchmark
    public double hansomOfARecord() {
        return binding.predict(trips[next()], row);
    }

    @Benchmark
    public double hansomOfATypedRow() {
        Trip trip = trips[next()];
        row.set("lpep_pickup_datetime", trip.lpepPickupDatetime());
        row.set("PULocationID", trip.puLocationId());
        row.set("DOLocationID", trip.doLocationId());
        row.set("passenger_count", trip.passengerCount());
        return model.score(row);
    }

    @Benchmark
    @OperationsPerInvocation(TRIPS)
    public double[] hansomOfColumns() {
        return model.score(columns);
    }
}
