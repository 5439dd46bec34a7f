package dev.hansom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.file.ModelReader;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Models that LightGBM trains with parameters drawn at random, and saves as text, answer random rows to the bit as its
/// own predict does; where an objective takes an exponential, within so many units in the last place.
///
/// It stands here, where LightGBM is, and has a process of its own: two native learners in one may end it.
class RandomLightgbmTest {
    private static final Map<String, Integer> OBJECTIVES = Map.ofEntries(
            Map.entry("regression", 0),
            Map.entry("regression_l1", 0),
            Map.entry("huber", 0),
            Map.entry("fair", 0),
            Map.entry("quantile", 0),
            Map.entry("mape", 0),
            Map.entry("lambdarank", 0),
            Map.entry("poisson", 2),
            Map.entry("gamma", 2),
            Map.entry("tweedie", 2),
            Map.entry("binary", 4),
            Map.entry("cross_entropy", 4),
            Map.entry("cross_entropy_lambda", 2),
            Map.entry("multiclassova", 4),
            Map.entry("multiclass", 4));
    private static final int ROWS = 300;

    @Test
    void aFewModelsAnswerAsTheyWereTrained() throws LGBMException {
        train(1, 30);
    }

    @Test
    @Tag("slow")
    void manyModelsAnswerAsTheyWereTrained() throws LGBMException {
        train(1000, 1500);
    }

    /// Some draws are of parameters that LightGBM does not take together.
    private static void train(int from, int count) throws LGBMException {
        int trained = 0;
        for (int seed = from; seed < from + count; seed++) {
            trained += new Drawn(new Random(seed)).check(seed) ? 1 : 0;
        }
        assertThat(trained).isGreaterThan(count * 3 / 4);
    }

    /// One model and its rows.
    private static final class Drawn {
        private final Random random;
        private final int width;
        /// The binding has no room for the answers of more; the oracles of Python have.
        private final int classes = 2;
        private final boolean[] categorical;
        private final String objective;
        private final Map<String, Object> settings = new TreeMap<>();

        Drawn(Random random) {
            this.random = random;
            this.width = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 6);
            this.categorical = new boolean[width];
            List<String> objectives = new ArrayList<>(OBJECTIVES.keySet());
            objectives.sort(null);
            this.objective = objectives.get(random.nextInt(objectives.size()));
            List<String> places = new ArrayList<>();
            boolean any = random.nextInt(3) == 0;
            for (int i = 0; i < width; i++) {
                categorical[i] = any && random.nextInt(3) == 0;
                if (categorical[i]) {
                    places.add(String.valueOf(i));
                }
            }
            if (!places.isEmpty()) {
                settings.put("categorical_feature", String.join(",", places));
            }
            draw();
        }

        private void draw() {
            settings.put("objective", objective);
            settings.put("num_threads", 1);
            settings.put("verbosity", -1);
            settings.put("seed", random.nextInt(1000));
            settings.put("num_leaves", 2 + random.nextInt(60));
            settings.put("max_depth", random.nextInt(3) == 0 ? 1 + random.nextInt(8) : -1);
            settings.put("learning_rate", 0.05 + random.nextDouble());
            settings.put("min_data_in_leaf", 1 + random.nextInt(30));
            settings.put("min_data_per_group", 1 + random.nextInt(20));
            settings.put("cat_smooth", random.nextInt(10));
            settings.put("max_cat_to_onehot", 1 + random.nextInt(20));
            settings.put("max_bin", 2 + random.nextInt(400));
            settings.put("use_missing", random.nextInt(4) > 0);
            settings.put("zero_as_missing", random.nextInt(4) == 0);
            if (random.nextInt(6) == 0) {
                settings.put("extra_trees", true);
            }
            switch (random.nextInt(6)) {
                case 0 -> {
                    settings.put("boosting", "rf");
                    settings.put("bagging_freq", 1);
                    settings.put("bagging_fraction", 0.6);
                }
                case 1 -> {
                    settings.put("boosting", "dart");
                    settings.put("drop_rate", random.nextDouble());
                }
                default -> settings.put("feature_fraction", 0.3 + 0.7 * random.nextDouble());
            }
            if (objective.startsWith("multi")) {
                settings.put("num_class", classes);
            }
            if (objective.equals("binary") || objective.equals("multiclassova")) {
                settings.put("sigmoid", 0.5 + random.nextDouble());
            }
            if (objective.equals("regression") && random.nextBoolean()) {
                settings.put("reg_sqrt", true);
            }
            if (objective.equals("regression")
                    && random.nextInt(3) == 0
                    && !(Boolean) settings.get("zero_as_missing")) {
                settings.put("linear_tree", true);
                settings.put("boosting", "gbdt");
            }
        }

        /// Whether LightGBM took the parameters.
        boolean check(int seed) throws LGBMException {
            String parameters = settings.entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining(" "));
            double[] past = numbers();
            int rounds = 1 + random.nextInt(12);
            double[] unseen = numbers();
            String text;
            double[] theirs;
            try (LGBMDataset data = LGBMDataset.createFromMat(past, ROWS, width, true, parameters, null)) {
                data.setField("label", labels(past));
                if (objective.equals("lambdarank")) {
                    data.setField("group", new int[] {ROWS / 3, ROWS / 3, ROWS / 3});
                }
                try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
                    for (int round = 0; round < rounds; round++) {
                        booster.updateOneIter();
                    }
                    text = booster.saveModelToString(0, -1, LGBMBooster.FeatureImportanceType.SPLIT);
                }
            } catch (LGBMException e) {
                return false;
            }
            try (LGBMBooster read = LGBMBooster.loadModelFromString(text)) {
                theirs = read.predictForMat(unseen, ROWS, width, true, PredictionType.C_API_PREDICT_NORMAL);
            }
            compare(text, unseen, theirs, "seed " + seed + ", " + rounds + " rounds, " + parameters);
            return true;
        }

        private void compare(String text, double[] unseen, double[] theirs, String where) {
            ForeignModel model = (ForeignModel) ModelReader.read(text.getBytes(StandardCharsets.UTF_8));
            Columns columns = new Columns(model.schema(), ROWS);
            for (int row = 0; row < ROWS; row++) {
                columns.append();
                for (int i = 0; i < width; i++) {
                    columns.set(i, row, unseen[row * width + i]);
                }
            }
            double[] ours = model.scores(columns);
            assertThat(ours.length).as(where).isEqualTo(theirs.length);
            for (int i = 0; i < ours.length; i++) {
                long apart =
                        Math.abs(Double.doubleToLongBits(ours[i] + 0.0) - Double.doubleToLongBits(theirs[i] + 0.0));
                assertThat(apart)
                        .as("%s: number %s: %s (expected: %s)", where, i, ours[i], theirs[i])
                        .isLessThanOrEqualTo(OBJECTIVES.get(objective));
            }
        }

        private double[] numbers() {
            double[] numbers = new double[ROWS * width];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = switch (random.nextInt(10)) {
                    case 0 -> Double.NaN;
                    case 1 -> categorical[i % width] ? 3.7 : -0.0;
                    case 2 -> categorical[i % width] ? -1 : 1e-36;
                    case 3, 4, 5 -> random.nextInt(9);
                    default -> categorical[i % width] ? random.nextInt(90) : random.nextGaussian() * 100;
                };
            }
            return numbers;
        }

        private float[] labels(double[] rows) {
            float[] labels = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double signal = random.nextGaussian();
                for (int j = 0; j < Math.min(6, width); j++) {
                    double x = rows[row * width + j];
                    signal += Double.isNaN(x) ? 1 : Math.sin(x + j) * 2;
                }
                labels[row] = label(signal);
            }
            return labels;
        }

        private float label(double signal) {
            if (objective.startsWith("multi")) {
                return (float) Math.max(0, Math.min(classes - 1, Math.floor(signal + classes / 2.0)));
            }
            boolean binary = List.of("binary", "cross_entropy", "cross_entropy_lambda", "lambdarank")
                    .contains(objective);
            boolean positive = List.of("poisson", "gamma", "tweedie", "mape").contains(objective);
            return binary ? (signal > 0 ? 1 : 0) : positive ? (float) Math.abs(signal) + 0.1f : (float) signal;
        }
    }
}
