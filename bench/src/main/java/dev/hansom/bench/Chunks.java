package dev.hansom.bench;

import dev.hansom.score.Columns;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same five expressions for all rows of a chunk, time by row.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class Chunks {
    private static final int TRIPS = 2048;

    private Columns trips;
    private Encoder encoder;
    private float[] into;

    @Setup
    public void compile() {
        trips = Taxi.trips(TRIPS);
        encoder = new Encoder(
                dev.hansom.score.expression.Scope.of(Taxi.SCHEMA),
                IntStream.range(0, Taxi.EXPRESSIONS.size())
                        .mapToObj(i -> new Feature("f" + i, Taxi.EXPRESSIONS.get(i)))
                        .toList());
        into = new float[TRIPS * Taxi.EXPRESSIONS.size()];
    }

    @Benchmark
    @OperationsPerInvocation(TRIPS)
    public float[] hansom() {
        encoder.encode(trips, 0, TRIPS, into, 0);
        return into;
    }
}
