package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.score.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is odd about the target: constant, carried by a few rows, or a class that is rare.
final class TargetCheck implements Check {
    private static final int ENOUGH = 1_000;
    private static final double FEW = 0.001;
    private static final double CARRIED = 0.5;
    private static final double RARE = 0.05;
    private static final double VERY_RARE = 0.01;

    @Override
    public List<Finding> find(Survey survey) {
        Columns rows = survey.sample.rows();
        double[] sorted = IntStream.range(0, rows.size())
                .filter(row -> survey.sample.fate(row) == Fate.LABELLED)
                .mapToDouble(row -> rows.number(survey.target(), row))
                .sorted()
                .toArray();
        String name = survey.project.target().name();
        if (sorted.length < 2) {
            return List.of();
        }
        if (sorted[0] == sorted[sorted.length - 1]) {
            return List.of(new Finding(
                    Kind.TARGET_CONSTANT,
                    Severity.ERROR,
                    name,
                    "the target " + name + " is the same in every row",
                    Evidence.of(sorted.length, sorted.length),
                    "see the target's expression and keep_labelled"));
        }
        double first = sorted[0];
        long lower = Arrays.stream(sorted).filter(value -> value == first).count();
        double last = sorted[sorted.length - 1];
        long upper = Arrays.stream(sorted).filter(value -> value == last).count();
        if (lower + upper == sorted.length) {
            return balance(name, Evidence.of(Math.min(lower, upper), sorted.length), lower < upper ? first : last);
        }
        return tail(name, sorted);
    }

    private static List<Finding> balance(String name, Evidence evidence, double rare) {
        if (evidence.share() >= RARE) {
            return List.of();
        }
        return List.of(new Finding(
                Kind.TARGET_BALANCE,
                evidence.share() < VERY_RARE ? Severity.WARNING : Severity.NOTE,
                name,
                "the target " + name + " is " + Say.number(rare) + " in only " + Say.share(evidence.share())
                        + " of the rows",
                evidence,
                "accuracy says little here; decide by log_loss or brier, and gather rows of the rare class"));
    }

    private static List<Finding> tail(String name, double[] sorted) {
        if (sorted.length < ENOUGH) {
            return List.of();
        }
        double mean = Arrays.stream(sorted).average().orElse(0);
        double[] squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sorted()
                .toArray();
        int few = (int) Math.max(1, FEW * squares.length);
        double all = Arrays.stream(squares).sum();
        double carried =
                Arrays.stream(squares, squares.length - few, squares.length).sum();
        if (!(carried > CARRIED * all)) {
            return List.of();
        }
        return List.of(new Finding(
                Kind.TARGET_TAIL,
                Severity.WARNING,
                name,
                Say.share(carried / all) + " of the variance of " + name + " comes from "
                        + Say.share((double) few / squares.length) + " of the rows, up to "
                        + Say.number(sorted[sorted.length - 1]),
                Evidence.of(few, squares.length),
                "decide by mae and not by mse, or leave faults out by keep_labelled"));
    }
}
