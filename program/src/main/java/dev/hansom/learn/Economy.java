package dev.hansom.learn;

import dev.hansom.project.Learner;
import dev.hansom.project.Objective;
import dev.hansom.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the comparison of the design saves where a table is large and a model is fitted many times.
///
/// The model learns from at most `mostRows` rows of each fit, evenly spaced, with at most `mostRounds` trees, whose
/// number is chosen `once`, on the rows of the first fit; rows without a time are parted into `folds`. Rules and
/// lookups
/// learn from all rows. A model that is fitted so is, if anything, weaker than the one that is trained: what it gains,
/// the trained one gains too. Threads: immutable.
public record Economy(int mostRows, int mostRounds, boolean once, int folds) {
    /// Nothing is saved.
    public static final Economy NONE = new Economy(Integer.MAX_VALUE, 1_500, false, 10);

    private static final int ROUNDS = 500;
    private static final int FOLDS = 6;
    private static final int FITS = 6;
    private static final int LEAST_ROWS = 10_000;
    private static final long MOST_CELLS = 5_000_000;
    private static final long MOST_WORK = 24_000_000;
    private static final int MOST_LEAVES = 64;
    private static final int LEAST_LEAF = 20;

    /// What to save for `project` with so many rows to compare on.
    public static Economy of(Project project, int size) {
        long features = Math.max(1, project.features().size());
        if (project.objective().effort() == Objective.Effort.FULL
                || work(features, size) * (project.timed() ? FITS : NONE.folds) <= MOST_WORK) {
            return NONE;
        }
        long rows = Math.max(LEAST_ROWS, MOST_CELLS / features / 1_000 * 1_000);
        return new Economy((int) rows, ROUNDS, true, FOLDS);
    }

    /// What a tree costs: its rows, and the bins of its leaves, of every feature.
    private static long work(long features, int rows) {
        long leaves = Math.min(MOST_LEAVES, rows / LEAST_LEAF);
        return features * (rows + leaves * XgboostTrainer.bins((int) features));
    }

    /// What was saved, as one sentence for people; none where nothing was. `rows` is the most that a fit could have
    /// learned from.
    public List<String> said(Project project, int rows) {
        List<String> saved = new ArrayList<>();
        if (rows > mostRows) {
            saved.add(String.format(
                    Locale.ROOT,
                    "learned from at most %,d rows at a time, evenly spaced (the rule and lookups from all)",
                    mostRows));
        }
        if (once
                && project.learner().kind() == Learner.Kind.XGBOOST
                && !project.learner().parameters().containsKey("rounds")) {
            saved.add("had its number of trees, at most " + mostRounds + ", chosen once for all");
        }
        if (folds < NONE.folds && !project.timed()) {
            saved.add("was compared on " + folds + " folds in place of " + NONE.folds);
        }
        return saved.isEmpty()
                ? List.of()
                : List.of("to save work on a large table, the model " + String.join("; ", saved)
                        + "; one that saves nothing is, if anything, better (decide.effort: full)");
    }
}
