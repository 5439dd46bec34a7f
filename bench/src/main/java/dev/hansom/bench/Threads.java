package dev.hansom.bench;

import dev.hansom.score.Model;
import dev.hansom.score.Row;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Answers a microsecond of one shared model on one thread and on two: each thread has a row of its own.
///
/// The control is arithmetic alone, that touches no memory and shares nothing: what two threads of it do more than one
/// is what the machine gives, and no code can do better.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Threads {
    private static final int ARITHMETIC = 1_200;

    /// The model that all threads share.
    @State(Scope.Benchmark)
    public static class Shared {
        private Model model;

        @Setup
        public void read() throws IOException {
            model = Model.load(TaxiModel.file());
        }
    }

    /// A thread's own row.
    @State(Scope.Thread)
    public static class Own {
        private Row row;
        private long next;

        @Setup
        public void make(Shared shared) {
            row = shared.model.row();
        }
    }

    @Benchmark
    @org.openjdk.jmh.annotations.Threads(1)
    public double hansomOneThread(Shared shared, Own own) {
        return answer(shared, own);
    }

    @Benchmark
    @org.openjdk.jmh.annotations.Threads(2)
    public double hansomTwoThreads(Shared shared, Own own) {
        return answer(shared, own);
    }

    @Benchmark
    @org.openjdk.jmh.annotations.Threads(1)
    public long controlOneThread(Own own) {
        return arithmetic(own);
    }

    @Benchmark
    @org.openjdk.jmh.annotations.Threads(2)
    public long controlTwoThreads(Own own) {
        return arithmetic(own);
    }

    /// About as long as an answer.
    private static long arithmetic(Own own) {
        long value = own.next++;
        for (int i = 0; i < ARITHMETIC; i++) {
            value = (value ^ (value >>> 29)) * 0xbf58476d1ce4e5b9L;
        }
        return value;
    }

    private static double answer(Shared shared, Own own) {
        own.next++;
        own.row.set("PULocationID", 1 + own.next % 263).set("DOLocationID", 1 + own.next * 7 % 263);
        own.row.set("lpep_pickup_datetime", 1_740_787_200_000_000L + own.next % 40_000 * 60_000_000L);
        return shared.model.score(own.row);
    }
}
