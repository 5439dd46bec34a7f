package dev.hansom.bench;

import java.util.Arrays;
import java.util.Random;

/// Seeded rows like those of a taxi: ten numbers, a tenth of the rows with a missing one, and the logarithm of a
/// duration as label.
final class Past {
    static final int WIDTH = 10;

    private Past() {}

    static float[] rows(int count, long seed) {
        Random random = new Random(seed);
        float[] rows = new float[count * WIDTH];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < WIDTH; i++) {
                rows[row * WIDTH + i] = switch (i) {
                    case 0, 1 -> 1 + random.nextInt(265);
                    case 2 -> random.nextInt(24);
                    case 3 -> random.nextInt(7);
                    case 4 -> (float) Math.exp(random.nextGaussian());
                    default -> (float) random.nextGaussian();
                };
            }
            if (random.nextInt(10) == 0) {
                rows[row * WIDTH + random.nextInt(WIDTH)] = Float.NaN;
            }
        }
        return rows;
    }

    /// The same rows, an array each.
    static float[][] eachRow(int count, long seed) {
        float[] all = rows(count, seed);
        float[][] each = new float[count][];
        for (int row = 0; row < count; row++) {
            each[row] = Arrays.copyOfRange(all, row * WIDTH, (row + 1) * WIDTH);
        }
        return each;
    }

    static float[] labels(float[] rows, long seed) {
        Random random = new Random(seed);
        float[] labels = new float[rows.length / WIDTH];
        for (int row = 0; row < labels.length; row++) {
            double sum = 0.3 * random.nextGaussian();
            for (int i = 0; i < WIDTH; i++) {
                float x = rows[row * WIDTH + i];
                sum += Float.isNaN(x) ? 0.2 : Math.sin(x * (i + 1) / 3) + (i == 4 ? Math.log(x) : 0);
            }
            labels[row] = (float) (sum + 2);
        }
        return labels;
    }
}
