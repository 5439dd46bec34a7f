package dev.hansom.report;

import dev.hansom.data.Stretch;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.BarPlot;
import dev.hansom.report.plot.Caption;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import dev.hansom.report.plot.Quantity;
import dev.hansom.train.TrainResult;
import dev.hansom.train.TrainResult.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The page about a training: constant, rule and model on the month that none of them was fitted on.
///
/// It judges nothing: that is for the gate.
public final class TrainPage {
    private static final double LEVEL = 0.95;
    private static final int MOST_BARS = 40;

    private final TrainResult result;
    private final Project project;
    private final Metric metric;
    private final String unit;
    private final int decimals;
    private final GainView gain;

    private TrainPage(TrainResult result) {
        this.result = result;
        this.project = result.project();
        this.metric = result.weeks().metric();
        this.unit = metric.unit(project.target().unit());
        double margin = project.objective().margin();
        Interval interval = result.weeks().interval(LEVEL);
        this.decimals = Numerals.decimals(margin > 0 ? margin : interval.mean());
        this.gain = new GainView(result.weeks(), interval, margin, unit, decimals);
    }

    /// The page of a training.
    public static Page of(TrainResult result, Origin origin) {
        TrainPage page = new TrainPage(result);
        return new Page(
                "Training",
                page.project.name(),
                page.project.question(),
                Words.moment(origin.madeAt(), page.project.timeZone()),
                page.headline(),
                page.gain.pieces("gain-interval"),
                List.of(
                        page.ladder(),
                        page.weeks(),
                        page.importance(),
                        page.fit(),
                        ProblemSection.standInsOf(page.project),
                        RowsSection.of(result.accounting()),
                        new Section("openings", "Openings", List.of(RowsSection.openings(result.openings()))),
                        OriginSection.of(origin)),
                TrainFacts.json(result, origin));
    }

    private Headline headline() {
        double rule = value("rule");
        double model = value("model");
        boolean better = model < rule;
        Stretch stretch = result.weeks().stretch();
        String sentence = "On " + result.period() + ", which none of them was fitted on, the model is off by "
                + number(model) + " " + unit + " (" + Words.name(metric) + "), the rule by " + number(rule) + ".";
        return new Headline(
                better ? Look.MODEL : Look.RULE,
                better ? "Better than the rule" : "Not better than the rule",
                sentence,
                List.of(
                        "the model won " + result.weeks().wins() + " of "
                                + Words.plural(
                                        result.weeks().blocks().size(),
                                        (stretch.inTime() ? "full " : "") + stretch.word())
                                + "; whether that does is for the gate to say",
                        Words.openings(result.openings())));
    }

    private double value(String scorer) {
        return result.evaluations().stream()
                .filter(evaluation -> evaluation.scorer().equals(scorer) && evaluation.metric() == metric)
                .mapToDouble(Evaluation::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Section ladder() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(LadderGrid.of(result.evaluations(), metric, project.target().unit(), decimals));
        pieces.addAll(calibration());
        pieces.add(new Prose(SplitText.of(project)));
        pieces.add(new Prose(Words.openings(result.openings())));
        return new Section("ladder", "Side by side", pieces);
    }

    /// What was said and what happened; nothing where the target is no class.
    private List<Piece> calibration() {
        if (result.calibration().bins().isEmpty()) {
            return List.of();
        }
        return List.of(new Grid(
                "Calibration of the model: among rows with such an answer, so many were of the class",
                List.of(
                        Head.text("Answers"),
                        Head.number("Rows"),
                        Head.number("Mean answer"),
                        Head.number("Were of the class")),
                result.calibration().bins().stream()
                        .map(bin -> List.of(
                                Cell.of(Numerals.percent(bin.low(), 0) + " to " + Numerals.percent(bin.high(), 0)),
                                Cell.of(Numerals.count(bin.rows())),
                                Cell.of(Numerals.percent(bin.answered(), 1)),
                                Cell.of(Numerals.percent(bin.observed(), 1))))
                        .toList()));
    }

    private Section weeks() {
        String word = result.weeks().stretch().word();
        String title = Words.capital(word) + " by " + word;
        if (result.weeks().blocks().isEmpty()) {
            return new Section("weeks", title, List.of(gain.blocks()));
        }
        return new Section(
                "weeks",
                title,
                List.of(
                        gain.columns(
                                "weekly-gain",
                                result.weeks().blocks().stream()
                                        .map(block -> block.window())
                                        .toList(),
                                result.weeks().gains()),
                        gain.blocks(),
                        new Prose(Words.openings(result.openings()))));
    }

    private Section importance() {
        List<Importance> sorted = result.importance().stream()
                .sorted(Comparator.comparingDouble(Importance::lossWithout).reversed())
                .toList();
        if (sorted.isEmpty()) {
            return new Section("importance", "Importance", List.of(new Prose("It was not measured.")));
        }
        Caption caption = new Caption(
                "What the model loses without each feature",
                "Bars, the longest first: " + sorted.getFirst().feature() + ". The table below holds the values.");
        BarPlot plot = new BarPlot(
                caption,
                new Quantity("growth of " + Words.slug(metric), unit, decimals + 1),
                Double.POSITIVE_INFINITY,
                sorted.stream()
                        .limit(MOST_BARS)
                        .map(one -> new BarPlot.Bar(one.feature(), one.lossWithout(), Double.NaN, Look.MODEL))
                        .toList());
        return new Section(
                "importance",
                "Importance",
                List.of(
                        new Figure(
                                "importance-bars",
                                plot,
                                "The values of one feature are shuffled among the rows of " + result.period()
                                        + "; features that say the same stand in for one another."),
                        importanceGrid(sorted)));
    }

    private Grid importanceGrid(List<Importance> sorted) {
        return new Grid(
                "Growth of " + Words.slug(metric) + " when the feature is shuffled, in " + unit,
                List.of(Head.text("Feature"), Head.text("Is"), Head.number("Growth")),
                sorted.stream()
                        .map(one -> List.of(
                                Cell.code(one.feature()),
                                Cell.code(one.expression()),
                                Cell.of(Numerals.signed(one.lossWithout(), decimals + 1))))
                        .toList());
    }

    private Section fit() {
        FactList facts = FactList.none()
                .and("Fitted on", String.join(", ", result.trainedOn()))
                .and("Rows", Numerals.count(result.trainedRows()))
                .and("Learner", project.learner().kind().name().toLowerCase(Locale.ROOT));
        for (var note : result.notes().entrySet()) {
            facts = facts.code(note.getKey(), note.getValue());
        }
        return new Section("fit", "How it was fitted", List.of(facts));
    }

    private String number(double value) {
        return Numerals.number(value, decimals);
    }
}
