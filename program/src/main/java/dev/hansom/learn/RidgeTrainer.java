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
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// Least squares with an L2 penalty on standardised features; a missing feature counts as its mean.
///
/// Source: Hoerl and Kennard, Ridge regression, Technometrics 1970.
public final class RidgeTrainer implements ModelTrainer {
    private static final double PENALTY = 10.0;

    private final Project project;
    private final Map<String, String> provenance;
    private final Parts parts;

    RidgeTrainer(Project project, Map<String, String> provenance) {
        this.project = project;
        this.provenance = Map.copyOf(provenance);
        this.parts = new Parts(project);
    }

    @Override
    public Fitted fitted(Columns labelled, Progress progress) {
        OutOfFold folds = new OutOfFold(project, parts.rows(labelled));
        double[] targets = parts.targets(labelled);
        Linear linear = solve(folds.matrix(targets, progress), targets);
        Vocabulary vocabulary = parts.answering(folds.lookups());
        Map<String, String> facts = new LinkedHashMap<>(provenance);
        facts.put("learner", "ridge");
        Range range = project.promises().answer();
        Model model = new Model(parts.signature(), vocabulary, folds.features(), linear, new Provenance(facts), range);
        Encoder encoder = new Encoder(vocabulary.scope(model.schema()), folds.features());
        return new Fitted(model, rows -> answers(linear, encoder.encode(rows), rows.size(), range), Map.of());
    }

    private static double[] answers(Linear linear, float[] features, int rows, Range range) {
        double[] answers = new double[rows];
        int width = linear.width();
        for (int row = 0; row < rows; row++) {
            double sum = linear.intercept();
            for (int i = 0; i < width; i++) {
                float value = features[row * width + i];
                sum += linear.weights()[i] * (Float.isNaN(value) ? linear.fill()[i] : value);
            }
            answers[row] = range.clamp(sum);
        }
        return answers;
    }

    private Linear solve(Matrix matrix, double[] targets) {
        int width = matrix.columns();
        Standard standard = Standard.of(matrix);
        double mean = java.util.Arrays.stream(targets).average().orElse(0);
        double[][] gram = new double[width][width];
        double[] moment = new double[width];
        double[] z = new double[width];
        for (int row = 0; row < matrix.rows(); row++) {
            standard.apply(matrix, row, z);
            for (int i = 0; i < width; i++) {
                moment[i] += z[i] * (targets[row] - mean);
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += z[i] * z[j];
                }
            }
        }
        double penalty = project.learner().parameters().getOrDefault("penalty", PENALTY);
        RealMatrix normal = MatrixUtils.createRealMatrix(width, width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                normal.setEntry(i, j, gram[Math.max(i, j)][Math.min(i, j)] + (i == j ? penalty : 0));
            }
        }
        double[] solution = new CholeskyDecomposition(normal, 1e-9, 0)
                .getSolver()
                .solve(MatrixUtils.createRealVector(moment))
                .toArray();
        double intercept = mean;
        for (int i = 0; i < width; i++) {
            solution[i] /= standard.deviations()[i];
            intercept -= solution[i] * standard.means()[i];
        }
        return new Linear(intercept, solution, standard.means());
    }
}
