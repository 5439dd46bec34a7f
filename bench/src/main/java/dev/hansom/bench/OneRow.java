package dev.hansom.bench;

import ai.onnxruntime.OrtException;
import dev.hansom.score.kernel.Forest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One row after the other through XGBoost's forest: ours and its peers, each with its own call for a row. Every
/// process loads one native library only.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class OneRow {
    private static final int UNSEEN = 4096;

    /// Trees × depth.
    @Param({"100x6", "500x8"})
    public String size;

    private float[][] rows;
    private int next;

    @Setup
    public void read() {
        rows = Past.eachRow(UNSEEN, 3);
    }

    private float[] row() {
        next = (next + 1) & (UNSEEN - 1);
        return rows[next];
    }

    /// Our forest of XGBoost's file.
    @State(Scope.Thread)
    public static class Hansom {
        private Forest forest;
        private int[] scratch;

        @Setup
        public void read(OneRow rows) throws IOException {
            forest = Boosters.forest(rows.size);
            scratch = new int[forest.scratch()];
        }
    }

    /// XGBoost itself.
    @State(Scope.Thread)
    public static class Xgboost {
        private Booster booster;

        @Setup
        public void read(OneRow rows) throws XGBoostError {
            booster = Boosters.booster(rows.size);
        }
    }

    /// The same forest in ONNX Runtime.
    @State(Scope.Thread)
    public static class Onnx {
        private OnnxSession session;

        @Setup
        public void read(OneRow rows) throws IOException, OrtException {
            session = new OnnxSession(OnnxFile.of(Boosters.forest(rows.size)));
        }
    }

    @Benchmark
    public double hansom(Hansom ours) {
        return ours.forest.answer(row(), 0, ours.scratch);
    }

    @Benchmark
    public float xgboost4jInplacePredict(Xgboost theirs) throws XGBoostError {
        return theirs.booster.inplace_predict(row(), 1, Past.WIDTH, Float.NaN)[0][0];
    }

    @Benchmark
    public float onnxRuntime(Onnx theirs) throws OrtException {
        return theirs.session.answers(row(), 1)[0][0];
    }
}
