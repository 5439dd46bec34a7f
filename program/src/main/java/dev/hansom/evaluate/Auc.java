package dev.hansom.evaluate;

import java.util.Arrays;
import java.util.Comparator;

/// How well answers tell a class from the rest: the probability that a row of the class gets the higher one.
///
/// Source: Hanley and McNeil, Radiology 143, 1982: the statistic of Wilcoxon, ties count one half.
public final class Auc {
    private Auc() {}

    /// From 0 to 1; NaN where one class is missing. Rows without an answer or without a truth count nowhere.
    public static double of(double[] answers, LabelledRows rows) {
        Integer[] order = new Integer[answers.length];
        Arrays.setAll(order, row -> row);
        order = Arrays.stream(order)
                .filter(row -> !Double.isNaN(answers[row]) && !Double.isNaN(rows.truth(row)))
                .sorted(Comparator.comparingDouble(row -> answers[row]))
                .toArray(Integer[]::new);
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long here = 0;
            while (to < order.length && answers[order[to]] == answers[order[from]]) {
                here += rows.truth(order[to]) == 1 ? 1 : 0;
                to++;
            }
            ranks += here * (from + 1 + to) / 2.0;
            positives += here;
            from = to;
        }
        double pairs = (double) positives * (order.length - positives);
        return (ranks - positives * (positives + 1) / 2.0) / pairs;
    }
}
