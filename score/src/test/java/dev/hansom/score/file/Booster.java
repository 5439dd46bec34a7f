package dev.hansom.score.file;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// A booster that XGBoost trained on seeded rows, as it saved it, and its own answers for other rows.
record Booster(byte[] json, byte[] ubjson, int width, float[] rows, float[] answers) {
    static Booster train(int rounds, int width, int rows, Map<String, Object> settings) {
        try {
            return trained(rounds, width, rows, settings);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static Booster trained(int rounds, int width, int rows, Map<String, Object> settings) throws XGBoostError {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("nthread", 1, "seed", 7));
        all.putAll(settings);
        float[] past = numbers(4000, width, 11);
        DMatrix matrix = new DMatrix(past, 4000, width, Float.NaN);
        matrix.setLabel(labels(past, width, String.valueOf(all.get("objective"))));
        if (String.valueOf(all.get("objective")).startsWith("rank")) {
            matrix.setGroup(IntStream.range(0, 400).map(i -> 10).toArray());
        }
        var booster = XGBoost.train(matrix, all, rounds, Map.of(), null, null);
        float[] unseen = numbers(rows, width, 12);
        float[][] answers = booster.predict(new DMatrix(unseen, rows, width, Float.NaN));
        float[] first = new float[rows];
        for (int i = 0; i < rows; i++) {
            first[i] = answers[i][0];
        }
        return new Booster(booster.toByteArray("json"), booster.toByteArray("ubj"), width, unseen, first);
    }

    /// Small whole numbers, so that rows meet thresholds, zeros of both signs, fractions, and a tenth missing.
    private static float[] numbers(int rows, int width, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[rows * width];
        for (int i = 0; i < numbers.length; i++) {
            int kind = random.nextInt(10);
            numbers[i] = kind == 0
                    ? Float.NaN
                    : kind == 1 ? -0.0f : kind < 5 ? random.nextInt(9) - 4 : (float) (random.nextGaussian() * 1000);
        }
        return numbers;
    }

    private static float[] labels(float[] rows, int width, String objective) {
        Random random = new Random(13);
        float[] labels = new float[rows.length / width];
        for (int i = 0; i < labels.length; i++) {
            double signal = 10 + random.nextGaussian();
            for (int j = 0; j < width; j++) {
                float x = rows[i * width + j];
                signal += Float.isNaN(x) ? 1 : Math.sin(x + j);
            }
            boolean binary = objective.contains("logistic") || objective.startsWith("rank");
            labels[i] = binary ? (signal > 10 ? 1 : 0) : (float) Math.abs(signal) + 0.1f;
        }
        return labels;
    }
}
