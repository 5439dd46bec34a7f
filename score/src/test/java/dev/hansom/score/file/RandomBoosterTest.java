package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Boosters that XGBoost trains with parameters drawn at random, and saves as JSON or UBJSON, answer random rows to the
/// bit as its own predict does; where an objective takes an exponential, within so many units in the last place.
class RandomBoosterTest {
    private static final Map<String, Integer> OBJECTIVES = Map.ofEntries(
            Map.entry("reg:squarederror", 0),
            Map.entry("reg:absoluteerror", 0),
            Map.entry("reg:pseudohubererror", 0),
            Map.entry("reg:quantileerror", 0),
            Map.entry("binary:logitraw", 0),
            Map.entry("binary:hinge", 0),
            Map.entry("rank:pairwise", 0),
            Map.entry("multi:softmax", 0),
            Map.entry("binary:logistic", 2),
            Map.entry("reg:logistic", 2),
            Map.entry("count:poisson", 2),
            Map.entry("reg:gamma", 2),
            Map.entry("reg:tweedie", 2),
            Map.entry("survival:cox", 2),
            Map.entry("multi:softprob", 3));
    private static final int ROWS = 300;

    @Test
    void aFewBoostersAnswerAsTheyWereTrained() throws XGBoostError {
        train(1, 30);
    }

    @Test
    @Tag("slow")
    void manyBoostersAnswerAsTheyWereTrained() throws XGBoostError {
        train(1000, 1500);
    }

    /// Some draws are of parameters that XGBoost does not take together.
    private static void train(int from, int count) throws XGBoostError {
        int trained = 0;
        for (int seed = from; seed < from + count; seed++) {
            trained += new Drawn(new Random(seed)).check(seed) ? 1 : 0;
        }
        assertThat(trained).isGreaterThan(count * 3 / 4);
    }

    /// One booster and its rows.
    private static final class Drawn {
        private final Random random;
        private final int width;
        private final int classes;
        private final String[] kinds;
        private final String objective;
        private final Map<String, Object> settings = new HashMap<>(Map.of("nthread", 1));

        Drawn(Random random) {
            this.random = random;
            this.width = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 6);
            this.classes = 2 + random.nextInt(5);
            this.kinds = new String[width];
            List<String> objectives = new ArrayList<>(OBJECTIVES.keySet());
            objectives.sort(null);
            this.objective = objectives.get(random.nextInt(objectives.size()));
            boolean categories = random.nextInt(3) == 0;
            for (int i = 0; i < width; i++) {
                kinds[i] = categories && random.nextInt(3) == 0 ? "c" : "float";
            }
            draw(categories);
        }

        private void draw(boolean categories) {
            settings.put("objective", objective);
            settings.put("seed", random.nextInt(1000));
            settings.put("max_depth", random.nextInt(9));
            settings.put("max_leaves", 2 + random.nextInt(80));
            settings.put("grow_policy", random.nextBoolean() ? "lossguide" : "depthwise");
            settings.put("eta", 0.05 + random.nextDouble());
            settings.put("gamma", random.nextInt(3) == 0 ? random.nextDouble() * 5 : 0);
            settings.put("min_child_weight", random.nextInt(4));
            settings.put("lambda", random.nextInt(3));
            settings.put("subsample", random.nextBoolean() ? 1 : 0.3 + 0.7 * random.nextDouble());
            settings.put("colsample_bytree", random.nextBoolean() ? 1 : 0.3 + 0.7 * random.nextDouble());
            settings.put("num_parallel_tree", random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1);
            settings.put("max_bin", 2 + random.nextInt(400));
            settings.put("max_cat_to_onehot", 1 + random.nextInt(30));
            settings.put("max_cat_threshold", 1 + random.nextInt(70));
            String[] methods = categories ? new String[] {"hist", "approx"} : new String[] {"hist", "approx", "exact"};
            settings.put("tree_method", methods[random.nextInt(methods.length)]);
            if (settings.get("tree_method").equals("exact")) {
                settings.remove("max_leaves");
                settings.put("grow_policy", "depthwise");
            }
            if (settings.get("max_depth").equals(0)
                    && settings.get("tree_method").equals("exact")) {
                settings.put("max_depth", 6);
            }
            if (random.nextInt(3) == 0) {
                settings.put("base_score", 0.05 + 0.9 * random.nextDouble());
            }
            if (random.nextInt(5) == 0) {
                settings.put("booster", "dart");
                settings.put("rate_drop", random.nextDouble());
            }
            if (random.nextInt(4) == 0 && !categories) {
                settings.put("monotone_constraints", "(" + (random.nextInt(3) - 1) + ")");
            }
            if (objective.startsWith("multi")) {
                settings.put("num_class", classes);
                if (random.nextInt(4) == 0
                        && settings.get("tree_method").equals("hist")
                        && !settings.containsKey("booster")) {
                    settings.put("multi_strategy", "multi_output_tree");
                    settings.remove("monotone_constraints");
                }
            }
            if (objective.equals("reg:quantileerror")) {
                settings.put("quantile_alpha", random.nextBoolean() ? "[0.5]" : "[0.1, 0.5, 0.8]");
            }
        }

        /// Whether XGBoost took the parameters.
        boolean check(int seed) throws XGBoostError {
            float[] past = numbers();
            DMatrix matrix = matrix(past);
            matrix.setLabel(labels(past));
            if (objective.startsWith("rank")) {
                matrix.setGroup(new int[] {ROWS / 3, ROWS / 3, ROWS / 3});
            }
            int rounds = random.nextInt(12);
            ml.dmlc.xgboost4j.java.Booster booster;
            try {
                booster = XGBoost.train(matrix, settings, rounds, Map.of(), null, null);
            } catch (XGBoostError e) {
                return false;
            }
            float[] unseen = numbers();
            float[][] answers = booster.predict(matrix(unseen));
            ForeignModel model =
                    (ForeignModel) ModelReader.read(booster.toByteArray(random.nextBoolean() ? "json" : "ubj"));
            String where = "seed " + seed + ", " + rounds + " rounds, " + settings;
            assertThat(model.outputs()).as(where).isEqualTo(answers[0].length);
            Columns columns = columns(model, unseen);
            double[] ours = model.scores(columns);
            int units = OBJECTIVES.get(objective);
            for (int i = 0; i < ours.length; i++) {
                float theirs = answers[i / answers[0].length][i % answers[0].length];
                long apart = Math.abs(
                        (long) Float.floatToIntBits((float) ours[i] + 0.0f) - Float.floatToIntBits(theirs + 0.0f));
                assertThat(apart)
                        .as("%s: number %s: %s (expected: %s)", where, i, ours[i], theirs)
                        .isLessThanOrEqualTo(units);
            }
            return true;
        }

        private DMatrix matrix(float[] numbers) throws XGBoostError {
            DMatrix matrix = new DMatrix(numbers, ROWS, width, Float.NaN);
            matrix.setFeatureTypes(kinds);
            return matrix;
        }

        private Columns columns(ForeignModel model, float[] numbers) {
            Columns columns = new Columns(model.schema(), ROWS);
            for (int row = 0; row < ROWS; row++) {
                columns.append();
                for (int i = 0; i < width; i++) {
                    columns.set(i, row, (double) numbers[row * width + i]);
                }
            }
            return columns;
        }

        private float[] numbers() {
            float[] numbers = new float[ROWS * width];
            for (int i = 0; i < numbers.length; i++) {
                boolean category = kinds[i % width].equals("c");
                int kind = random.nextInt(10);
                numbers[i] = kind == 0
                        ? Float.NaN
                        : category
                                ? random.nextInt(25)
                                : kind == 1
                                        ? -0.0f
                                        : kind < 5 ? random.nextInt(9) - 4 : (float) (random.nextGaussian() * 100);
            }
            return numbers;
        }

        private float[] labels(float[] rows) {
            float[] labels = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double signal = random.nextGaussian();
                for (int j = 0; j < Math.min(6, width); j++) {
                    float x = rows[row * width + j];
                    signal += Float.isNaN(x) ? 1 : Math.sin(x + j) * 2;
                }
                labels[row] = label(signal);
            }
            return labels;
        }

        private float label(double signal) {
            if (objective.startsWith("multi")) {
                return (float) Math.max(0, Math.min(classes - 1, Math.floor(signal + classes / 2.0)));
            }
            boolean binary =
                    objective.startsWith("binary") || objective.startsWith("rank") || objective.endsWith(":logistic");
            boolean positive = objective.matches("count:poisson|reg:gamma|reg:tweedie|survival:cox");
            return binary ? (signal > 0 ? 1 : 0) : positive ? (float) Math.abs(signal) + 0.1f : (float) signal;
        }
    }
}
