package dev.hansom.report;

import dev.hansom.check.FieldFinding;
import dev.hansom.design.FeatureFinding;
import dev.hansom.design.Leakage;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.List;

/// What could tell the answer beforehand.
final class LeakageSection {
    private LeakageSection() {}

    static Section of(Leakage leakage) {
        String limits = "Suspicious is a field that explains more than "
                + Numerals.percent(FieldFinding.SUSPICIOUS, 0)
                + " of the target's variance alone, or whose absence explains"
                + " more than " + Numerals.percent(FieldFinding.SUSPICIOUS_MISSING, 0)
                + ". Scores are from rows before the first compared week, learned on the earlier half and scored on the"
                + " later.";
        String twins = Words.plural(leakage.twins(), "row") + " equal another row in everything; "
                + Numerals.count(leakage.crossing()) + " of " + Words.plural(leakage.compared(), "compared row")
                + " equal an earlier row in all but times.";
        return new Section(
                "leakage",
                "What could leak",
                List.of(new Prose(limits), fields(leakage), features(leakage), new Prose(twins)));
    }

    private static Grid fields(Leakage leakage) {
        return new Grid(
                "Raw fields, and the share of the target's variance each explains alone; what is not in an answer is known too"
                        + " late",
                List.of(
                        Head.text("Field"),
                        Head.text("Known at"),
                        Head.text("In an answer"),
                        Head.number("Alone"),
                        Head.number("Its absence"),
                        Head.number("Missing"),
                        Head.text("Finding")),
                leakage.fields().stream()
                        .map(field -> List.of(
                                Cell.code(field.field()),
                                Cell.of(field.known()),
                                Cell.of(use(field)),
                                Cell.of(Numerals.percent(field.score(), 1)),
                                Cell.of(Numerals.percent(field.missingScore(), 1)),
                                Cell.of(Numerals.percent(field.missing(), 1)),
                                finding(field)))
                        .toList());
    }

    private static Grid features(Leakage leakage) {
        return new Grid(
                "Features of the first model",
                List.of(
                        Head.text("Feature"),
                        Head.text("Is"),
                        Head.number("Alone"),
                        Head.number("Its absence"),
                        Head.number("Missing"),
                        Head.text("Finding")),
                leakage.features().stream()
                        .map(feature -> List.of(
                                Cell.code(feature.feature()),
                                Cell.code(feature.expression()),
                                Cell.of(Numerals.percent(feature.score(), 1)),
                                Cell.of(Numerals.percent(feature.missingScore(), 1)),
                                Cell.of(Numerals.percent(feature.missing(), 1)),
                                finding(feature)))
                        .toList());
    }

    private static String use(FieldFinding field) {
        return field.standsInFor().isPresent() ? "stands in" : field.used() ? "yes" : "no";
    }

    private static Cell finding(FieldFinding field) {
        if (field.leaks()) {
            return Cell.of("leaks", Look.RED);
        }
        return field.suspicious() ? Cell.of("would leak, kept out", Look.AMBER) : Cell.of("none", Look.FAINT);
    }

    private static Cell finding(FeatureFinding feature) {
        return feature.suspicious() ? Cell.of("leaks", Look.RED) : Cell.of("none", Look.FAINT);
    }
}
