package dev.hansom.bench;

import dev.hansom.score.kernel.Shap;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Exact contributions of one row: ours, and XGBoost's own through Java. `bench/shap.py` prints those
/// of the Python
/// library on the same booster.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Shapley {
    private static final int UNSEEN = 512;

    /// Trees × depth.
    @Param({"100x6", "500x8"})
    public String size;

    private float[] rows;
    private int next;

    @Setup
    public void read() {
        rows = Past.rows(UNSEEN, 3);
    }

    private int row() {
        next = (next + 1) % UNSEEN;
        return next * Past.WIDTH;
    }

    /// Our forest of XGBoost's file.
    @State(Scope.Thread)
    public static class Hansom {
        private Shap shap;
        private Shap.Room room;
        private double[] rows;
        private double[] into;

        @Setup
        public void read(Shapley of) throws IOException {
            shap = new Shap(Boosters.forest(of.size));
            room = shap.room();
            into = new double[shap.size()];
            rows = new double[of.rows.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = of.rows[i];
            }
        }
    }

    /// XGBoost itself, with a matrix a row made before.
    @State(Scope.Thread)
    public static class Xgboost {
        private Booster booster;
        private DMatrix[] matrices;

        @Setup
        public void read(Shapley of) throws XGBoostError {
            booster = Boosters.booster(of.size);
            matrices = new DMatrix[UNSEEN];
            for (int i = 0; i < UNSEEN; i++) {
                float[] row = Arrays.copyOfRange(of.rows, i * Past.WIDTH, (i + 1) * Past.WIDTH);
                matrices[i] = new DMatrix(row, 1, Past.WIDTH, Float.NaN);
            }
        }
    }

    @Benchmark
    public double[] hansom(Hansom ours) {
        ours.shap.contributions(ours.rows, row(), ours.room, ours.into, 0);
        return ours.into;
    }

    @Benchmark
    public float[][] xgboost4jPredictContrib(Xgboost theirs) throws XGBoostError {
        return theirs.booster.predictContrib(theirs.matrices[row() / Past.WIDTH], 0);
    }
}
