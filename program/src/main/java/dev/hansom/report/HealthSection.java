package dev.hansom.report;

import dev.hansom.monitor.Finding;
import dev.hansom.monitor.Health;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Status;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.ArrayList;
import java.util.List;

/// The judgement in words, and the findings with what to do about them.
final class HealthSection {
    private static final int MOST = 40;
    private static final double LEAST_P = 1e-4;

    private HealthSection() {}

    static Look look(Status status) {
        return switch (status) {
            case GREEN -> Look.GREEN;
            case AMBER -> Look.AMBER;
            case RED -> Look.RED;
        };
    }

    static String word(Status status) {
        return switch (status) {
            case GREEN -> "Green";
            case AMBER -> "Amber";
            case RED -> "Red";
        };
    }

    static Headline headline(MonitorResult result, int decimals) {
        Health health = result.health();
        return new Headline(look(health.status()), word(health.status()), sentence(result), reasons(result, decimals));
    }

    static Section findings(Health health) {
        if (health.findings().isEmpty()) {
            return new Section("findings", "Findings", List.of(new Prose("Nothing was found that anybody must know.")));
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Findings(
                health.findings().stream().limit(MOST).map(HealthSection::item).toList()));
        if (health.findings().size() > MOST) {
            pieces.add(
                    new Prose("And " + (health.findings().size() - MOST) + " more; the JSON file holds all of them."));
        }
        return new Section("findings", "Findings", pieces);
    }

    private static Findings.Item item(Finding finding) {
        String when = finding.window().map(window -> ", " + Words.days(window)).orElse("");
        String sure = Double.isNaN(finding.p())
                ? ""
                : finding.p() < LEAST_P ? " p < 0.0001." : " p = " + Numerals.significant(finding.p(), 2) + ".";
        return new Findings.Item(
                look(finding.status()),
                word(finding.status()) + when,
                finding.about(),
                text(finding) + "." + sure,
                Advice.about(finding));
    }

    private static String sentence(MonitorResult result) {
        Health health = result.health();
        if (health.findings().isEmpty()) {
            return "Nothing to do: traffic looks as it did in training, and "
                    + (result.quality().mature()
                            ? "the answers are as good as they were."
                            : "too few truths are known to judge the answers yet.");
        }
        long worst = health.findings().stream()
                .filter(finding -> finding.status() == health.status())
                .count();
        String first = health.findings().getFirst().text();
        return switch (health.status()) {
            case RED -> "Somebody has to act: " + found(worst) + " red. First: " + first + ".";
            case AMBER -> "Worth a look: " + found(worst) + " amber. First: " + first + ".";
            case GREEN -> "Nothing to do; noted: " + first + ".";
        };
    }

    private static String found(long count) {
        return Words.plural(count, "finding") + (count == 1 ? " is" : " are");
    }

    private static List<String> reasons(MonitorResult result, int decimals) {
        List<String> reasons = new ArrayList<>();
        double asked = Math.max(1, result.answered().requests());
        reasons.add("the model answered "
                + Numerals.percent(result.answered().sources().getOrDefault("model", 0L) / asked, 1) + " of "
                + Words.plural(result.answered().requests(), "row") + ", the rule "
                + Numerals.percent(result.answered().sources().getOrDefault("rule", 0L) / asked, 1));
        reasons.add("truths are known for " + Numerals.percent(result.quality().coverage(), 1) + " of them");
        if (Double.isFinite(result.yardstick().gain().half())) {
            reasons.add("the model gains "
                    + Numerals.number(result.yardstick().gain().mean(), decimals) + " "
                    + result.yardstick().unit() + " over the rule, "
                    + Numerals.percent(result.yardstick().gain().level(), 0) + " interval "
                    + Numerals.number(result.yardstick().gain().low(), decimals) + " to "
                    + Numerals.number(result.yardstick().gain().high(), decimals));
        }
        return reasons;
    }

    /// A name of the project keeps its letters; other texts begin like a sentence.
    private static String text(Finding finding) {
        String text = finding.text();
        return text.isEmpty() || text.startsWith(finding.about())
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
