package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.check.FieldFinding;
import dev.hansom.data.Duplicates;
import dev.hansom.data.Stretch;
import dev.hansom.data.Stretches;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Judge;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks whether a rule does or machine learning is worth its price: validity, then the rolling origin, then the
/// verdict.
///
/// Threads: for one thread.
public final class DesignStudy {
    private final Project project;
    private final Ladder ladder;
    private final List<String> saved;

    /// A study of `project` with these three.
    public DesignStudy(Project project, Ladder ladder) {
        this(project, ladder, List.of());
    }

    /// The same where the model of the ladder saves work: how, in sentences that the verdict repeats.
    public DesignStudy(Project project, Ladder ladder, List<String> saved) {
        this.project = project;
        this.ladder = ladder;
        this.saved = List.copyOf(saved);
    }

    /// The finding on `labelled`, all rows before the live month in order of time, compared over `weeks`.
    /// `rows` and `openings` go into the result as they are.
    /// Errors: `DESIGN_INVALID` with every failed check; what a trainer raises.
    public DesignResult run(
            LabelledRows labelled,
            Stretches weeks,
            Map<String, Long> rows,
            Map<String, Long> openings,
            Progress progress) {
        Validity stated = Validity.of(project);
        stated.require(project);
        Metric metric = Metric.named(project.objective().metric()).orElseThrow();
        stated.withTarget(labelled).require(project);
        Leakage leakage = leakage(labelled, weeks, progress);
        Validity found = stated.withTarget(labelled).with(leakage, project);
        found.require(project);
        Rolling rolling = new RollingOrigin(
                        ladder, metric, project.labelDelay(), project.split().group())
                .over(weeks, labelled, progress);
        Validity validity = found.with(rolling.comparison());
        validity.require(project);
        Decision decision = decision(rolling, metric, labelled.size());
        return new DesignResult(
                project,
                metric,
                decision,
                rolling.comparison(),
                rolling.weeks(),
                evaluations(metric, rolling),
                leakage,
                validity,
                rows,
                openings);
    }

    private Decision decision(Rolling rolling, Metric metric, int rows) {
        Decision decision = Judge.DESIGN
                .decide(
                        rolling.comparison(),
                        project.objective().margin(),
                        metric.unit(project.target().unit()))
                .remarking(saved);
        if (rolling.comparison().stretch() != Stretch.FOLD || decision.blocks() > 0) {
            return decision;
        }
        int least = RollingOrigin.LEAST_PAST * 10 / 9 + 20;
        return decision.lacking(
                Math.max(1, least - rows),
                "nothing could be compared: there are " + rows
                        + " rows with a target before the live ones, and a model " + "learns from "
                        + RollingOrigin.LEAST_PAST + " rows at least; the rule serves");
    }

    private Leakage leakage(LabelledRows labelled, Stretches stretches, Progress progress) {
        List<Window> weeks = stretches.windows();
        int split = weeks.isEmpty() || stretches.stretch() == Stretch.FOLD
                ? labelled.size()
                : labelled.before(weeks.getFirst().start());
        progress.begin("looking for leaks", project.fields().size(), "fields");
        LeakageScan scan = new LeakageScan(project, labelled, split);
        List<FieldFinding> fields = scan.fields();
        progress.at(fields.size());
        progress.end();
        return new Leakage(
                fields,
                scan.features(ladder.model(), progress),
                Duplicates.within(
                        labelled.columns(), labelled.columns().schema().size()),
                crossing(labelled, split),
                split == labelled.size() ? labelled.size() : labelled.size() - split);
    }

    /// How many rows from `split` on equal a row before it in all columns but those of times.
    private static long crossing(LabelledRows labelled, int split) {
        Schema schema = labelled.columns().schema();
        Schema timeless = new Schema(schema.columns().stream()
                .filter(column -> column.type() != Type.TIMESTAMP && column.type() != Type.DATE)
                .toList());
        return Duplicates.across(labelled.columns().through(timeless), split, timeless.size());
    }

    private List<Evaluation> evaluations(Metric metric, Rolling rolling) {
        List<Week> weeks = rolling.weeks();
        if (weeks.isEmpty()) {
            return List.of();
        }
        String period = project.timed()
                ? weeks.getFirst().window().from().toLocalDate() + "/"
                        + weeks.getLast().window().until().minusNanos(1).toLocalDate()
                : rolling.comparison().stretch().count(weeks.size());
        return Stream.concat(Stream.of(metric), metric.others().stream())
                .flatMap(shown -> Stream.of(
                        Evaluation.of("constant", period, shown, total(weeks, Week::constant)),
                        Evaluation.of("rule", period, shown, total(weeks, Week::rule)),
                        Evaluation.of("model", period, shown, total(weeks, Week::model))))
                .toList();
    }

    private static Losses total(List<Week> weeks, Function<Week, Losses> of) {
        return weeks.stream().map(of).reduce(Losses.NONE, Losses::plus);
    }
}
