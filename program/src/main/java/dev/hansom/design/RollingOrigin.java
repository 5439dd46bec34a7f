package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.data.Split;
import dev.hansom.data.Stretch;
import dev.hansom.data.Stretches;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Answers;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Contest;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks through the weeks: constant, rule and model are fitted on strictly earlier rows, then answer the week. Where
/// rows have no time, weeks are folds, and everything is fitted on all other folds.
///
/// A row may be learned from once its label delay is over when the week begins. Weeks with fewer than [#LEAST_PAST]
/// such rows, and weeks without rows, are not compared; the comparison lists them as empty.
/// Source: expanding window evaluation, Hyndman and Athanasopoulos, *Forecasting*, section 5.10. Threads: for one
/// thread.
public final class RollingOrigin {
    /// Nothing is fitted on fewer rows than this.
    public static final int LEAST_PAST = 100;

    private final Ladder ladder;
    private final Metric metric;
    private final Duration labelDelay;
    private final Optional<String> group;

    /// Compares by `metric`, with an embargo of `labelDelay` before each week.
    public RollingOrigin(Ladder ladder, Metric metric, Duration labelDelay) {
        this(ladder, metric, labelDelay, Optional.empty());
    }

    /// Compares only rows whose `group` was not seen earlier, where a column of groups is named.
    public RollingOrigin(Ladder ladder, Metric metric, Duration labelDelay, Optional<String> group) {
        this.group = group;
        this.ladder = ladder;
        this.metric = metric;
        this.labelDelay = labelDelay;
    }

    /// Compares over `stretches`, in order. Errors: what a trainer raises.
    public Rolling over(Stretches stretches, LabelledRows rows, Progress progress) {
        List<Week> done = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        Stretch stretch = stretches.stretch();
        progress.begin("comparing rule and model", stretches.windows().size(), stretch.word() + "s");
        for (Window window : stretches.windows()) {
            progress.at(done.size());
            Contest contest = new Contest(metric, new Stretches(stretch, List.of(window)));
            Week week = week(stretch, window, rows, contest, progress);
            done.add(week);
            comparisons.add(contest.comparison());
        }
        progress.at(done.size());
        progress.end();
        return new Rolling(done, Comparison.joined(metric, stretch, comparisons));
    }

    private Week week(Stretch stretch, Window window, LabelledRows rows, Contest contest, Progress progress) {
        Columns earlier = stretch == Stretch.FOLD
                ? Split.others(rows.columns(), rows.time(), window)
                : Split.known(rows.columns(), rows.time(), window.start(), labelDelay);
        int past = earlier.size();
        LabelledRows now = unseen(rows.within(window), earlier);
        if (past < LEAST_PAST || now.size() == 0) {
            return new Week(window, past, Losses.NONE, Losses.NONE, Losses.NONE, Double.NaN);
        }
        Model constant = ladder.constant().fit(earlier, progress);
        contest.add(now, ladder.rule().fit(earlier, progress), ladder.model().fit(earlier, progress));
        Losses plainest = Losses.of(Answers.of(constant, now.columns()), now);
        return contest.comparison().blocks().stream()
                .findFirst()
                .map(block -> week(window, past, plainest, block))
                .orElseGet(() -> new Week(window, past, plainest, Losses.NONE, Losses.NONE, Double.NaN));
    }

    private LabelledRows unseen(LabelledRows now, Columns earlier) {
        return group.isEmpty()
                ? now
                : new LabelledRows(
                        Split.unseen(now.columns(), earlier, earlier.schema().index(group.get())),
                        now.time(),
                        now.target());
    }

    private static Week week(Window window, int past, Losses constant, Block block) {
        return new Week(window, past, constant, block.rule(), block.model(), block.gain());
    }
}
