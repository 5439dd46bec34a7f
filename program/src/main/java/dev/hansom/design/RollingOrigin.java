package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.evaluate.Answers;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Contest;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.evaluate.Span;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Walks through the weeks: constant, rule and model are fitted on strictly earlier rows, then answer the week.
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

    /// Compares by `metric`, with an embargo of `labelDelay` before each week.
    public RollingOrigin(Ladder ladder, Metric metric, Duration labelDelay) {
        this.ladder = ladder;
        this.metric = metric;
        this.labelDelay = labelDelay;
    }

    /// Compares over `weeks`, in order of time. Errors: what a trainer raises.
    public Rolling over(List<Span> weeks, LabelledRows rows, Progress progress) {
        List<Week> done = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        progress.begin("comparing rule and model", weeks.size(), "weeks");
        for (Span span : weeks) {
            progress.at(done.size());
            Contest contest = new Contest(metric, List.of(span));
            Week week = week(span, rows, contest, new Within(progress, done.size()));
            done.add(week);
            comparisons.add(contest.comparison());
        }
        progress.at(done.size());
        progress.end();
        return new Rolling(done, Comparison.joined(metric, comparisons));
    }

    private Week week(Span span, LabelledRows rows, Contest contest, Progress progress) {
        int past = rows.before(span.start() - labelDelay.toNanos() / 1000 + 1);
        int from = rows.before(span.start());
        int to = rows.before(span.end());
        if (past < LEAST_PAST || from == to) {
            return new Week(span, past, Losses.NONE, Losses.NONE, Losses.NONE, Double.NaN);
        }
        Columns earlier = rows.range(0, past).columns();
        LabelledRows now = rows.range(from, to);
        Model constant = ladder.constant().fit(earlier, progress);
        contest.add(now, ladder.rule().fit(earlier, progress), ladder.model().fit(earlier, progress));
        Losses plainest = Losses.of(Answers.of(constant, now.columns()), now);
        return contest.comparison().blocks().stream()
                .findFirst()
                .map(block -> week(span, past, plainest, block))
                .orElseGet(() -> new Week(span, past, plainest, Losses.NONE, Losses.NONE, Double.NaN));
    }

    private static Week week(Span span, int past, Losses constant, Block block) {
        return new Week(span, past, constant, block.rule(), block.model(), block.gain());
    }

    /// A fit inside a stage: it adds no stage of its own, but stops when the person wants to stop.
    private record Within(Progress outer, long done) implements Progress {
        @Override
        public void begin(String what, long total, String unit) {}

        @Override
        public void at(long step) {
            outer.at(done);
        }

        @Override
        public void end() {}
    }
}
