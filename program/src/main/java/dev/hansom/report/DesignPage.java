package dev.hansom.report;

import dev.hansom.design.DesignResult;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Decision;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.Comparator;
import java.util.List;

/// The page about a design: the verdict, what it rests on and what would change it.
public final class DesignPage {
    private final DesignResult result;
    private final Decision decision;
    private final int decimals;
    private final GainView gain;

    private DesignPage(DesignResult result) {
        this.result = result;
        this.decision = result.decision();
        this.decimals = VerdictText.decimals(decision);
        this.gain =
                new GainView(result.comparison(), decision.interval(), decision.margin(), decision.unit(), decimals);
    }

    /// The page of a design.
    public static Page of(DesignResult result, Origin origin) {
        DesignPage page = new DesignPage(result);
        return new Page(
                "Design",
                result.project().name(),
                result.project().question(),
                Words.moment(origin.madeAt(), result.project().timeZone()),
                page.headline(),
                page.gain.pieces("verdict-interval"),
                List.of(
                        page.change(),
                        ProblemSection.of(result.project()),
                        page.ladder(),
                        WeeksSection.of(result, page.gain),
                        RuleReading.of(result.project()),
                        LeakageSection.of(result.leakage()),
                        page.validity(),
                        RowsSection.of(result.rows()),
                        page.openings(),
                        OriginSection.of(origin)),
                DesignFacts.json(result, origin));
    }

    /// The first reason repeats the interval, which the sentence says.
    private Headline headline() {
        return new Headline(
                VerdictText.look(decision.verdict()),
                VerdictText.word(decision.verdict()),
                VerdictText.sentence(decision, result.metric()),
                decision.reasons().stream().skip(1).toList());
    }

    private Section change() {
        String word = decision.stretch().word();
        FactList facts = FactList.none()
                .and(
                        (decision.stretch().inTime() ? Words.capital(word) + "s" : "Rows") + " still needed",
                        stillNeeded())
                .and(
                        "Gain that would do",
                        number(decision.detectableGain()) + " " + decision.unit()
                                + " is the smallest mean gain that these " + word + "s would have called ML")
                .and(
                        Words.capital(word) + "s won",
                        decision.wins() + " of " + decision.blocks() + ", two thirds are needed");
        List<Block> blocks = result.comparison().blocks();
        if (blocks.size() > 1) {
            facts = facts.and("Worst " + word, worst(blocks)).and("Without any one " + word, leftOut());
        }
        facts = facts.and(
                "By row instead of " + word,
                number(result.comparison().gainPerRow()) + " " + decision.unit() + ", where "
                        + (decision.stretch().inTime() ? "busy " : "large ") + word + "s weigh more");
        return new Section("change", "What would change it", List.of(facts));
    }

    private String stillNeeded() {
        return switch (decision.verdict()) {
            case ML, RULE -> "none, it is decided";
            case NOT_ENOUGH_DATA ->
                decision.stillNeeded().isPresent()
                        ? "about " + Numerals.count(decision.stillNeeded().getAsLong())
                        : "more than anybody waits for; the gain is as good as the margin";
        };
    }

    private String worst(List<Block> blocks) {
        Block worst =
                blocks.stream().min(Comparator.comparingDouble(Block::gain)).orElseThrow();
        return Words.label(decision.stretch(), worst.window(), blocks.indexOf(worst)) + ", "
                + Numerals.signed(worst.gain(), decimals) + " " + decision.unit();
    }

    /// The least and greatest mean gain when each week in turn is left out.
    private String leftOut() {
        List<Double> gains = result.comparison().gains();
        double sum = gains.stream().mapToDouble(Double::doubleValue).sum();
        double[] means = gains.stream()
                .mapToDouble(gain -> (sum - gain) / (gains.size() - 1))
                .sorted()
                .toArray();
        return "the mean gain stays between " + number(means[0]) + " and " + number(means[means.length - 1]);
    }

    private Section ladder() {
        return new Section(
                "ladder",
                "The ladder",
                List.of(
                        LadderGrid.of(
                                result.evaluations(),
                                result.metric(),
                                result.project().target().unit(),
                                decimals),
                        new Prose(Words.openings(result.openings()))));
    }

    private Section validity() {
        Grid grid = new Grid(
                "Conditions without which no verdict is worth anything",
                List.of(Head.text("Practice"), Head.text("What must hold"), Head.text("Found"), Head.text("Passed")),
                result.validity().checks().stream()
                        .map(check -> List.of(
                                Cell.of(check.id()),
                                Cell.of(check.name()),
                                Cell.of(check.detail()),
                                check.passed() ? Cell.of("yes", Look.GREEN) : Cell.of("no", Look.RED)))
                        .toList());
        return new Section("validity", "Validity", List.of(grid));
    }

    private Section openings() {
        return new Section(
                "openings",
                "Openings",
                List.of(
                        new Prose(
                                "A part that has been looked at is no longer new: whoever chooses by it, fits to it."),
                        RowsSection.openings(result.openings())));
    }

    private String number(double value) {
        return Numerals.number(value, decimals);
    }
}
