package dev.hansom.learn;

import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Logistic;
import java.util.Arrays;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// Fits the weights of a sum of standardised features with an L2 penalty on them, none on the intercept.
///
/// Sources: Hoerl and Kennard, Ridge regression, Technometrics 1970; le Cessie and van Houwelingen, Ridge estimators in
/// logistic regression, Applied Statistics 1992, by Newton's method with halved steps.
final class PenalisedFit {
    private static final int MOST_STEPS = 30;
    private static final double CLOSE = 1e-10;

    private final Matrix matrix;
    private final double[] targets;
    private final double penalty;
    private final Standard standard;
    private final int width;

    PenalisedFit(Matrix matrix, double[] targets, double penalty) {
        this.matrix = matrix;
        this.targets = targets;
        this.penalty = penalty;
        this.standard = Standard.of(matrix);
        this.width = matrix.columns();
    }

    /// The least sum of squares.
    Linear leastSquares() {
        double mean = Arrays.stream(targets).average().orElse(0);
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
        RealMatrix normal = MatrixUtils.createRealMatrix(width, width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                normal.setEntry(i, j, gram[Math.max(i, j)][Math.min(i, j)] + (i == j ? penalty : 0));
            }
        }
        return linear(mean, solve(normal, moment));
    }

    /// The least log loss of targets that are 1 or 0.
    Linear logistic() {
        double rate = Math.clamp(Arrays.stream(targets).average().orElse(0.5), 1e-6, 1 - 1e-6);
        double[] weights = new double[width + 1];
        weights[width] = Math.log(rate / (1 - rate));
        double loss = loss(weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] towards = newton(weights);
            double size = 1;
            double[] next = moved(weights, towards, size);
            double better = loss(next);
            while (!(better <= loss) && size > CLOSE) {
                size /= 2;
                next = moved(weights, towards, size);
                better = loss(next);
            }
            if (!(better < loss - CLOSE * (1 + loss))) {
                break;
            }
            weights = next;
            loss = better;
        }
        return linear(weights[width], Arrays.copyOf(weights, width));
    }

    /// Newton's step at `weights`, the intercept last.
    private double[] newton(double[] weights) {
        double[][] curve = new double[width + 1][width + 1];
        double[] slope = new double[width + 1];
        double[] z = new double[width + 1];
        for (int row = 0; row < matrix.rows(); row++) {
            double probability = Logistic.probability(sum(weights, row, z));
            double weight = Math.max(probability * (1 - probability), 1e-9);
            for (int i = 0; i <= width; i++) {
                slope[i] += z[i] * (targets[row] - probability);
                for (int j = 0; j <= i; j++) {
                    curve[i][j] += weight * z[i] * z[j];
                }
            }
        }
        RealMatrix normal = MatrixUtils.createRealMatrix(width + 1, width + 1);
        for (int i = 0; i <= width; i++) {
            slope[i] -= i < width ? penalty * weights[i] : 0;
            for (int j = 0; j <= width; j++) {
                double ridge = i == j ? (i < width ? penalty : 1e-9) : 0;
                normal.setEntry(i, j, curve[Math.max(i, j)][Math.min(i, j)] + ridge);
            }
        }
        return solve(normal, slope);
    }

    private double loss(double[] weights) {
        double[] z = new double[width + 1];
        double loss = 0;
        for (int i = 0; i < width; i++) {
            loss += penalty / 2 * weights[i] * weights[i];
        }
        for (int row = 0; row < matrix.rows(); row++) {
            double sum = sum(weights, row, z);
            // ln(1 + e^s) - y s, without overflow
            loss += Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - targets[row] * sum;
        }
        return loss;
    }

    /// The weighted sum of a row, whose standardised features and a 1 go into `z`.
    private double sum(double[] weights, int row, double[] z) {
        z[width] = 1;
        standard.apply(matrix, row, z);
        double sum = 0;
        for (int i = 0; i <= width; i++) {
            sum += weights[i] * z[i];
        }
        return sum;
    }

    private static double[] moved(double[] from, double[] towards, double size) {
        double[] moved = new double[from.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = from[i] + size * towards[i];
        }
        return moved;
    }

    private static double[] solve(RealMatrix normal, double[] right) {
        return new CholeskyDecomposition(normal, 1e-9, 0)
                .getSolver()
                .solve(MatrixUtils.createRealVector(right))
                .toArray();
    }

    /// Weights of the features as they come, from those of standardised ones.
    private Linear linear(double mean, double[] solution) {
        double intercept = mean;
        for (int i = 0; i < width; i++) {
            solution[i] /= standard.deviations()[i];
            intercept -= solution[i] * standard.means()[i];
        }
        return new Linear(intercept, solution, standard.means());
    }
}
