package dev.hansom.draft;

import dev.hansom.score.Columns;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The rows of the sample whose truth is known, in order of time where there is one, else in a drawn order. `truths`
/// has
/// its outermost hundredths pulled in, so that a few wild rows do not decide what explains what.
final class Rows {
    private final Columns columns;
    private final double[] truths;
    private final double[] whole;

    private Rows(Columns columns, double[] truths, double[] whole) {
        this.columns = columns;
        this.truths = truths;
        this.whole = whole;
    }

    Columns columns() {
        return columns;
    }

    double[] truths() {
        return truths;
    }

    /// The truth of a row as it is.
    double whole(int row) {
        return whole[row];
    }

    static Rows of(Survey survey, double[] truths, int time) {
        Integer[] order = new Integer[truths.length];
        Arrays.setAll(order, row -> row);
        Integer[] known =
                Arrays.stream(order).filter(row -> !Double.isNaN(truths[row])).toArray(Integer[]::new);
        if (time >= 0) {
            Arrays.sort(
                    known,
                    (a, b) -> Long.compare(
                            survey.sample().integer(time, a), survey.sample().integer(time, b)));
        } else {
            SplittableRandom random = new SplittableRandom(1);
            for (int i = known.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                Integer swap = known[i];
                known[i] = known[j];
                known[j] = swap;
            }
        }
        int[] rows = Arrays.stream(known).mapToInt(row -> row).toArray();
        double[] whole = Arrays.stream(rows).mapToDouble(row -> truths[row]).toArray();
        return new Rows(survey.sample().select(rows), pulledIn(whole), whole);
    }

    int size() {
        return truths.length;
    }

    int half() {
        return truths.length / 2;
    }

    private static double[] pulledIn(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return sorted;
        }
        double low = sorted[sorted.length / 100];
        double high = sorted[sorted.length - 1 - sorted.length / 100];
        return low == high
                ? values.clone()
                : Arrays.stream(values)
                        .map(value -> Math.clamp(value, low, high))
                        .toArray();
    }
}
