package dev.hansom.learn;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The native booster behind a few calls of ours: rounds with progress, early stopping, its own answers, its bytes.
///
/// Source: Chen and Guestrin, XGBoost, KDD 2016. Threads: not safe.
final class Booster implements AutoCloseable {
    private static final int PATIENCE = 25;
    private final ml.dmlc.xgboost4j.java.Booster booster;

    private Booster(ml.dmlc.xgboost4j.java.Booster booster) {
        this.booster = booster;
    }

    /// How many rounds are best for `later` when `earlier` is learned, at most `most`.
    static int bestRounds(Map<String, Object> parameters, Matrix earlier, Matrix later, int most, Progress progress) {
        return guarded(() -> {
            DMatrix train = matrix(earlier);
            DMatrix watch = matrix(later);
            try (Booster booster = empty(parameters, train)) {
                return booster.stopEarly(train, watch, most, progress);
            } finally {
                train.dispose();
                watch.dispose();
            }
        });
    }

    /// A booster of exactly `rounds` rounds on `rows`.
    static Booster train(Map<String, Object> parameters, Matrix rows, int rounds, Progress progress) {
        return guarded(() -> {
            DMatrix train = matrix(rows);
            Booster booster = empty(parameters, train);
            try {
                progress.begin("boosting", rounds, "rounds");
                for (int round = 0; round < rounds; round++) {
                    booster.booster.update(train, round);
                    progress.at(round + 1);
                }
                progress.end();
                return booster;
            } catch (RuntimeException e) {
                booster.close();
                throw e;
            } finally {
                train.dispose();
            }
        });
    }

    private int stopEarly(DMatrix train, DMatrix watch, int most, Progress progress) throws XGBoostError {
        progress.begin("choosing rounds", most, "rounds");
        double best = Double.POSITIVE_INFINITY;
        int bestRound = 1;
        for (int round = 0; round < most && round - bestRound < PATIENCE; round++) {
            booster.update(train, round);
            double loss = loss(booster.evalSet(new DMatrix[] {watch}, new String[] {"later"}, round));
            if (loss < best) {
                best = loss;
                bestRound = round + 1;
            }
            progress.at(round + 1);
        }
        progress.end();
        return bestRound;
    }

    private static double loss(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1).strip());
    }

    /// The library's own answers for `features`, row after row.
    double[] answers(float[] features, int columns) {
        return guarded(() -> {
            DMatrix rows = new DMatrix(features, features.length / columns, columns, Float.NaN);
            try {
                float[][] given = booster.predict(rows);
                double[] answers = new double[given.length];
                for (int i = 0; i < answers.length; i++) {
                    answers[i] = given[i][0];
                }
                return answers;
            } finally {
                rows.dispose();
            }
        });
    }

    /// The model in the library's own binary format (UBJSON).
    byte[] bytes() {
        return guarded(() -> booster.toByteArray("ubj"));
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private static Booster empty(Map<String, Object> parameters, DMatrix train) throws XGBoostError {
        return new Booster(XGBoost.train(train, new HashMap<>(parameters), 0, new HashMap<>(), null, null));
    }

    private static DMatrix matrix(Matrix rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows.features(), rows.rows(), rows.columns(), Float.NaN);
        matrix.setLabel(rows.targets());
        return matrix;
    }

    @FunctionalInterface
    private interface NativeWork<T> {
        T run() throws XGBoostError;
    }

    private static <T> T guarded(NativeWork<T> work) {
        try {
            return work.run();
        } catch (XGBoostError e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ProblemException(
                    Problem.of(ErrorCode.INTERNAL, "xgboost", "the library refused")
                            .value(first)
                            .next("see learner.parameters in the project file"),
                    e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw NativeLibrary.missing(e);
        }
    }
}
