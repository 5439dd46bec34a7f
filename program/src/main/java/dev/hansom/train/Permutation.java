package dev.hansom.train;

import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Metric;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.NumberKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// How much a model leans on each feature: the growth of its deciding loss when the feature's column is shuffled.
///
/// Source: Fisher, Rudin and Dominici, All models are wrong but many are useful, JMLR 2019.
final class Permutation {
    private static final int MOST_ROWS = 5_000;

    private final Model model;
    private final Metric metric;
    private final LabelledRows rows;
    private final Random random;

    Permutation(Model model, Metric metric, LabelledRows rows, long seed) {
        this.metric = metric;
        this.model = model;
        this.rows = rows;
        this.random = new Random(seed);
    }

    /// The features, the most important first.
    List<TrainResult.Importance> importance() {
        List<Feature> features = model.features();
        int width = features.size();
        int size = Math.min(MOST_ROWS, rows.size());
        Columns golden = Training.golden(model, rows, size);
        double[] truths = new double[size];
        for (int i = 0; i < size; i++) {
            truths[i] = rows.truth((int) ((long) i * rows.size() / size));
        }
        float[] encoded = new Encoder(model.vocabulary().scope(model.schema()), features).encode(golden);
        double base = error(encoded, truths, width);
        List<TrainResult.Importance> found = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            double without = error(shuffled(encoded, width, column), truths, width);
            found.add(new TrainResult.Importance(
                    features.get(column).name(), features.get(column).expression(), without - base));
        }
        found.sort(
                Comparator.comparingDouble(TrainResult.Importance::lossWithout).reversed());
        return found;
    }

    private float[] shuffled(float[] encoded, int width, int column) {
        float[] copy = encoded.clone();
        for (int row = encoded.length / width - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            float kept = copy[row * width + column];
            copy[row * width + column] = copy[other * width + column];
            copy[other * width + column] = kept;
        }
        return copy;
    }

    private double error(float[] encoded, double[] truths, int width) {
        NumberKernel kernel = (NumberKernel) model.kernel();
        double sum = 0;
        for (int row = 0; row < truths.length; row++) {
            double answer = kernel.answer(encoded, row * width);
            sum += metric.loss(answer, truths[row]);
        }
        return sum / truths.length;
    }
}
