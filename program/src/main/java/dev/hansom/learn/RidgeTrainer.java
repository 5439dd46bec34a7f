package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Range;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Logistic;
import dev.hansom.score.kernel.NumberKernel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// A weighted sum with an L2 penalty on standardised features: least squares, and for a class logistic regression. A
/// missing feature counts as its mean.
public final class RidgeTrainer implements ModelTrainer {
    private static final double PENALTY = 10.0;

    private final Project project;
    private final Map<String, String> provenance;
    private final Economy economy;
    private final Parts parts;

    RidgeTrainer(Project project, Map<String, String> provenance) {
        this(project, provenance, Economy.NONE);
    }

    RidgeTrainer(Project project, Map<String, String> provenance, Economy economy) {
        this.project = project;
        this.economy = economy;
        this.provenance = Map.copyOf(provenance);
        this.parts = new Parts(project);
    }

    @Override
    public Inputs inputs(Columns labelled, Progress progress) {
        return parts.inputs(new OutOfFold(project, parts.rows(labelled)));
    }

    @Override
    public Fitted fitted(Columns labelled, Progress progress) {
        OutOfFold folds = new OutOfFold(project, parts.rows(labelled));
        double[] all = parts.targets(labelled);
        int[] kept = folds.thinned(economy.mostRows());
        PenalisedFit fit = new PenalisedFit(
                folds.matrix(kept, all, progress),
                Arrays.stream(kept).mapToDouble(row -> all[row]).toArray(),
                project.learner().parameters().getOrDefault("penalty", PENALTY));
        boolean isClass = project.target().isClass();
        Linear linear = isClass ? fit.logistic() : fit.leastSquares();
        NumberKernel kernel = isClass ? new Logistic(linear) : linear;
        Vocabulary vocabulary = parts.answering(folds.lookups());
        Map<String, String> facts = new LinkedHashMap<>(provenance);
        facts.put("learner", isClass ? "logistic" : "ridge");
        Range range = project.promises().answer();
        Model model = new Model(parts.signature(), vocabulary, folds.features(), kernel, new Provenance(facts), range);
        Encoder encoder = new Encoder(vocabulary.scope(model.schema()), folds.features());
        return new Fitted(
                model, rows -> answers(linear, isClass, encoder.encode(rows), rows.size(), range), folds.notes());
    }

    private static double[] answers(Linear linear, boolean isClass, float[] features, int rows, Range range) {
        double[] answers = new double[rows];
        int width = linear.width();
        for (int row = 0; row < rows; row++) {
            double sum = linear.intercept();
            for (int i = 0; i < width; i++) {
                float value = features[row * width + i];
                sum += linear.weights()[i] * (Float.isNaN(value) ? linear.fill()[i] : value);
            }
            answers[row] = range.clamp(isClass ? Logistic.probability(sum) : sum);
        }
        return answers;
    }
}
