package dev.hansom.monitor;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import java.util.ArrayList;
import java.util.List;

/// Watches traffic: cuts it into windows, compares each with the baseline, scores what has a truth, and judges.
///
/// Errors: traffic without a row that has a time is `DATA_TOO_SMALL`. Threads: one call a thread.
public final class Watching {
    private final Project project;
    private final Metric metric;

    /// Watches the traffic of `project`.
    public Watching(Project project) {
        this.project = project;
        this.metric = Metric.named(project.objective().metric()).orElse(Metric.MAE);
    }

    /// What is to be said about `observed`, compared with `baseline` and with what the validation had `expected`.
    public MonitorResult watch(Baseline baseline, Observed observed, Expected expected, Progress progress) {
        progress.begin("traffic", observed.size(), "rows");
        Live live = Live.of(project, metric, baseline, observed, expected.constant(), progress);
        progress.end();
        List<Window> spans = live.windows();
        if (spans.isEmpty()) {
            throw new ProblemException(Problem.of(ErrorCode.DATA_TOO_SMALL, project.name(), "no traffic in the log")
                    .expected("at least one answered row with a time")
                    .next("send requests to the server, or run hansom replay"));
        }
        String unit = project.target().unit();
        Judgement judgement = new Judgement(metric, unit, project.objective().margin(), expected);
        List<WatchedWindow> windows = new ArrayList<>();
        for (Window span : spans) {
            windows.add(window(baseline, live, span, judgement, span.equals(spans.getLast())));
        }
        return result(baseline, observed, expected, live, windows, judgement);
    }

    private WatchedWindow window(Baseline baseline, Live live, Window span, Judgement judgement, boolean last) {
        long from = Days.day(span.start());
        long to = Days.day(span.end());
        Quality quality = live.quality(span.start(), span.end());
        DriftTest test = new DriftTest(from, to);
        test.add(baseline.fields(), live.kept(), live.fields());
        if (quality.mature()) {
            test.add(baseline.target(), live.target(), live.target());
        }
        baseline.predictions().ifPresent(reference -> test.add(reference, live.predictions(), live.predictions()));
        int days = live.fields().active(from, to);
        List<Drift> drifts = test.judged(days);
        Answered answered = live.answered(span);
        int blocks = live.blocks(span.start(), span.end()).size();
        return new WatchedWindow(
                span, answered, drifts, quality, judgement.window(span, answered, drifts, quality, blocks, last));
    }

    private MonitorResult result(
            Baseline baseline,
            Observed observed,
            Expected expected,
            Live live,
            List<WatchedWindow> windows,
            Judgement judgement) {
        double coverage = project.watch().coverage();
        Window all = new Window(
                windows.getFirst().window().start(), windows.getLast().window().end());
        List<Day> days = live.days(all.start(), all.end());
        Quality quality = live.quality(all.start(), all.end());
        Answered answered = windows.stream().map(WatchedWindow::answered).reduce(Answered.NONE, Answered::plus);
        double margin = project.objective().margin();
        String inUnit = metric.unit(project.target().unit());
        Yardstick yardstick = project.timed()
                ? Yardstick.of(days, metric, coverage, margin, inUnit)
                : Yardstick.ofParts(live.blocks(all.start(), all.end()), metric, coverage, margin, inUnit);
        List<Finding> overall = judgement.overall(yardstick, answered, quality, observed.losses());
        return new MonitorResult(
                project,
                windows,
                days,
                yardstick,
                Health.of(windows, overall),
                Ladder.of(days, metric),
                answered,
                quality,
                expected,
                observed.losses(),
                observed.versions(),
                observed.size() - live.superseded() - answered.requests(),
                live.superseded(),
                live.late(all),
                baseline.rows());
    }
}
