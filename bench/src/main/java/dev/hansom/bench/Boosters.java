package dev.hansom.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.hansom.score.file.ModelReader;
import dev.hansom.score.file.XgboostReader;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.ForestModel;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The boosters that the benchmarks read, trained once and kept as files: `100x6` and `500x8` (trees × depth).
final class Boosters {
    static final List<String> SIZES = List.of("100x6", "500x8");
    private static final int ROWS = 100_000;

    private Boosters() {}

    /// Where `bench/run` lets everything be kept.
    static Path folder() {
        return Path.of(System.getProperty("bench.folder", "bench/target/models"));
    }

    /// Trains what is not there yet.
    static void prepare() throws IOException {
        Files.createDirectories(folder());
        for (String size : SIZES) {
            if (!Files.exists(xgboost(size))) {
                System.out.println("training XGBoost " + size + " (once)…");
                trainXgboost(size);
            }
            if (!Files.exists(lightgbm(size))) {
                System.out.println("training LightGBM " + size + " (once)…");
                trainLightgbm(size);
            }
        }
    }

    static Path xgboost(String size) {
        return folder().resolve("xgboost-" + size + ".json");
    }

    static Path lightgbm(String size) {
        return folder().resolve("lightgbm-" + size + ".txt");
    }

    static Forest forest(String size) throws IOException {
        return XgboostReader.read(Files.readAllBytes(xgboost(size)));
    }

    static Forest lightgbmForest(String size) throws IOException {
        return ((ForestModel) ModelReader.read(lightgbm(size))).forest();
    }

    /// XGBoost's own booster, on one thread.
    static Booster booster(String size) throws XGBoostError {
        Booster booster = XGBoost.loadModel(xgboost(size).toString());
        booster.setParam("nthread", 1);
        return booster;
    }

    static LGBMBooster lightgbmBooster(String size) throws LGBMException {
        return LGBMBooster.createFromModelfile(lightgbm(size).toString());
    }

    private static int trees(String size) {
        return Integer.parseInt(size.substring(0, size.indexOf('x')));
    }

    private static int depth(String size) {
        return Integer.parseInt(size.substring(size.indexOf('x') + 1));
    }

    private static void trainXgboost(String size) throws IOException {
        float[] rows = Past.rows(ROWS, 1);
        try {
            DMatrix matrix = new DMatrix(rows, ROWS, Past.WIDTH, Float.NaN);
            matrix.setLabel(Past.labels(rows, 2));
            Map<String, Object> settings = new HashMap<>(Map.of("tree_method", "hist", "nthread", 2, "verbosity", 0));
            settings.put("max_depth", depth(size));
            settings.put("eta", depth(size) > 6 ? 0.05 : 0.1);
            Booster booster = XGBoost.train(matrix, settings, trees(size), Map.of(), null, null);
            Files.write(xgboost(size), booster.toByteArray("json"));
            booster.dispose();
            matrix.dispose();
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static void trainLightgbm(String size) throws IOException {
        float[] rows = Past.rows(ROWS, 1);
        try (LGBMDataset data = LGBMDataset.createFromMat(rows, ROWS, Past.WIDTH, true, "verbosity=-1", null)) {
            data.setField("label", Past.labels(rows, 2));
            String settings = "objective=regression verbosity=-1 num_threads=2 learning_rate=0.05 max_depth="
                    + depth(size) + " num_leaves=" + (1 << depth(size));
            try (LGBMBooster booster = LGBMBooster.create(data, settings)) {
                for (int i = 0; i < trees(size); i++) {
                    booster.updateOneIter();
                }
                String text = booster.saveModelToString(0, -1, LGBMBooster.FeatureImportanceType.SPLIT);
                Files.writeString(lightgbm(size), text);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One row by LightGBM's own call for one row.
    static double answer(LGBMBooster booster, float[] row) throws LGBMException {
        return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
    }
}
