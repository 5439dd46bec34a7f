package dev.hansom.report;

import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Yardstick;
import dev.hansom.project.Project;
import dev.hansom.report.plot.Numerals;
import java.util.ArrayList;
import java.util.List;

/// The page about live traffic: health, what to do, and the model beside the rule.
public final class MonitorPage {
    private MonitorPage() {}

    /// The page of what monitoring found.
    public static Page of(MonitorResult result, Origin origin) {
        Project project = result.project();
        Yardstick yardstick = result.yardstick();
        int decimals = Numerals.decimals(
                yardstick.margin() > 0 ? yardstick.margin() : yardstick.gain().mean());
        GainView gain =
                new GainView(yardstick.comparison(), yardstick.gain(), yardstick.margin(), yardstick.unit(), decimals);
        QualitySection quality = new QualitySection(result, decimals);
        return new Page(
                "Monitoring",
                project.name(),
                project.question(),
                Words.moment(origin.madeAt(), project.timeZone()),
                HealthSection.headline(result, decimals),
                first(quality, gain),
                List.of(
                        HealthSection.findings(result.health()),
                        quality.windows(),
                        gain(gain),
                        TrafficSection.truths(result),
                        TrafficSection.answered(result),
                        DriftSection.of(result),
                        quality.days(),
                        ladder(result, decimals),
                        ProblemSection.standInsOf(project),
                        OriginSection.of(origin)),
                MonitorFacts.json(result, origin));
    }

    private static List<Piece> first(QualitySection quality, GainView gain) {
        return gain.comparison().blocks().isEmpty()
                ? List.of(quality.figure())
                : List.of(quality.figure(), gain.numbers());
    }

    private static Section gain(GainView gain) {
        if (gain.comparison().blocks().isEmpty()) {
            return new Section("gain", "Gain over the rule", gain.pieces("gain-interval"));
        }
        return new Section(
                "gain",
                "Gain over the rule",
                List.of(
                        gain.pieces("gain-interval").getFirst(),
                        new Prose((gain.comparison().stretch().inTime()
                                        ? "Only whole weeks whose truths are known count."
                                        : "Rows have no time of their own: they are what was answered in each tenth of the"
                                                + " traffic.")
                                + " What makes all answers bad makes the"
                                + " rule's bad too, and cancels out."),
                        gain.blocks()));
    }

    private static Section ladder(MonitorResult result, int decimals) {
        List<Piece> months = result.evaluations().stream()
                .map(evaluation -> evaluation.period())
                .distinct()
                .<Piece>map(period -> LadderGrid.of(
                        result.evaluations().stream()
                                .filter(evaluation -> evaluation.period().equals(period))
                                .toList(),
                        result.yardstick().comparison().metric(),
                        result.project().target().unit(),
                        decimals))
                .toList();
        List<Piece> pieces = new ArrayList<>(months);
        pieces.add(new Prose("What is expected of rule and model is what they did on the validation part. "
                + Words.openings(result.expected().openings())
                + " " + Words.openings("live", result.expected().looks())));
        return new Section("ladder", "By month", pieces);
    }
}
