package dev.hansom.bench;

import dev.hansom.score.kernel.Forest;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One row after the other through LightGBM's forest: ours of its text, and its own call for a row.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class OneLightgbmRow {
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

    /// Our forest of LightGBM's file; the row is widened to its float64 in each call.
    @State(Scope.Thread)
    public static class Hansom {
        private Forest forest;
        private double[] features;
        private int[] scratch;

        @Setup
        public void read(OneLightgbmRow rows) throws IOException {
            forest = Boosters.lightgbmForest(rows.size);
            features = new double[Past.WIDTH];
            scratch = new int[forest.scratch()];
        }

        private double answer(float[] row) {
            for (int i = 0; i < features.length; i++) {
                features[i] = row[i];
            }
            return forest.answer(features, 0, scratch);
        }
    }

    /// LightGBM itself.
    @State(Scope.Thread)
    public static class Lightgbm {
        private LGBMBooster booster;

        @Setup
        public void read(OneLightgbmRow rows) throws LGBMException {
            booster = Boosters.lightgbmBooster(rows.size);
        }
    }

    @Benchmark
    public double hansom(Hansom ours) {
        return ours.answer(row());
    }

    @Benchmark
    public double lightgbm4j(Lightgbm theirs) throws LGBMException {
        return Boosters.answer(theirs.booster, row());
    }
}
