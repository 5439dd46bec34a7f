package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.project.Field;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fields that know the answer before it can be known.
final class LeakCheck implements Check {
    private static final int ENOUGH = 100;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        Columns rows = survey.sample.inOrder(survey.time(), row -> survey.sample.fate(row) == Fate.LABELLED);
        if (rows.size() >= ENOUGH) {
            LabelledRows labelled = new LabelledRows(rows, survey.time(), survey.target());
            for (FieldFinding field : new FieldScan(survey.project, labelled).fields()) {
                if (field.used()) {
                    leak(survey, field, labelled, findings);
                }
            }
        }
        for (Field field : survey.project.fields()) {
            field.standsInFor().ifPresent(reason -> findings.add(standsIn(field, reason)));
        }
        return findings;
    }

    private static void leak(Survey survey, FieldFinding field, LabelledRows rows, List<Finding> findings) {
        Optional<String> trusted =
                Optional.ofNullable(survey.project.objective().trusted().get(field.field()));
        Severity severity = trusted.isPresent() ? Severity.NOTE : Severity.ERROR;
        Optional<String> next = trusted.map(reason -> "decide.trusted says why it may: " + reason);
        if (field.missingScore() > FieldFinding.SUSPICIOUS_MISSING) {
            findings.add(new Finding(
                    Kind.LEAK_MISSING,
                    severity,
                    field.field(),
                    "whether " + field.field() + " is missing explains " + Say.share(field.missingScore())
                            + " of the target's variance",
                    new Evidence(
                            Math.round(field.missing() * rows.size()), rows.size(), missing(survey, field.field())),
                    next.orElse("it is filled in once the answer is known: declare it known later")));
        } else if (field.score() > FieldFinding.SUSPICIOUS) {
            findings.add(new Finding(
                    Kind.LEAK,
                    severity,
                    field.field(),
                    field.field() + " alone explains " + Say.share(field.score()) + " of the target's variance"
                            + sameness(field.field(), rows),
                    Evidence.of(rows.size(), rows.size()),
                    next.orElse("it seems to be made from the answer: declare it known later, or leave it out")));
        }
    }

    private static List<Place> missing(Survey survey, String field) {
        return survey.fields.stream()
                .filter(facts -> facts.field.name().equals(field))
                .flatMap(facts -> facts.missingPlaces().stream())
                .toList();
    }

    /// What kind of copy of the target the field is, where it is one.
    private static String sameness(String field, LabelledRows rows) {
        int column = rows.columns().schema().index(field);
        if (rows.columns().schema().type(column) != Type.DOUBLE) {
            return "";
        }
        double[] truths = FieldScan.truths(rows);
        double[] values = new double[truths.length];
        int equal = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.columns().number(column, row);
            equal += values[row] == truths[row] ? 1 : 0;
        }
        if (equal > 0.99 * values.length) {
            return ": it is the target";
        }
        return Math.abs(Correlation.of(values, truths)) > Correlation.SAME ? ": it is a straight line of it" : "";
    }

    private static Finding standsIn(Field field, String reason) {
        return new Finding(
                Kind.STANDS_IN,
                Severity.NOTE,
                field.name(),
                field.name() + " is known at " + field.known().name() + " and stands in for " + reason,
                Evidence.NONE,
                "see that what is asked with later has the same meaning");
    }
}
