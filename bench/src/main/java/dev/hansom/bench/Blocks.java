package dev.hansom.bench;

import dev.hansom.score.kernel.Forest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A thousand rows at once on one thread, time by row: ours, and XGBoost's own call for many rows.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class Blocks {
    private static final int ROWS = 1000;

    /// Trees × depth.
    @Param({"100x6", "500x8"})
    public String size;

    private float[] rows;
    private double[] answers;

    @Setup
    public void read() {
        rows = Past.rows(ROWS, 3);
        answers = new double[ROWS];
    }

    /// Our forest of XGBoost's file.
    @State(Scope.Thread)
    public static class Hansom {
        private Forest forest;

        @Setup
        public void read(Blocks rows) throws IOException {
            forest = Boosters.forest(rows.size);
        }
    }

    /// XGBoost itself.
    @State(Scope.Thread)
    public static class Xgboost {
        private Booster booster;

        @Setup
        public void read(Blocks rows) throws XGBoostError {
            booster = Boosters.booster(rows.size);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] hansom(Hansom ours) {
        ours.forest.answer(rows, ROWS, answers, 0);
        return answers;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[][] xgboost4jInplacePredict(Xgboost theirs) throws XGBoostError {
        return theirs.booster.inplace_predict(rows, ROWS, Past.WIDTH, Float.NaN);
    }
}
