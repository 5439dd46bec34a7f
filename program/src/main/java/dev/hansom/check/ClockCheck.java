package dev.hansom.check;

import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times that cannot be: in hours that the clock skipped or showed twice, before what they follow, long ago or yet to
/// come.
final class ClockCheck implements Check {
    private static final long A_FEW = 10;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        String zone = survey.project.timeZone().getId();
        if (survey.skipped.count() > 0) {
            findings.add(new Finding(
                    Kind.CLOCK_SKIPPED,
                    survey.skipped.count() < A_FEW ? Severity.NOTE : Severity.WARNING,
                    survey.project.time(),
                    Say.count(survey.skipped.count(), "time") + " lie in an hour that clocks in " + zone + " skipped",
                    survey.skipped.of(survey.rows()),
                    "see time_zone; times may be in another zone, for example UTC"));
        }
        if (survey.twice.count() > 0) {
            findings.add(new Finding(
                    Kind.CLOCK_TWICE,
                    Severity.NOTE,
                    survey.project.time(),
                    Say.count(survey.twice.count(), "time") + " lie in an hour that clocks in " + zone
                            + " showed twice",
                    survey.twice.of(survey.rows()),
                    "which of the two is not known; spans of time across it may be an hour off"));
        }
        for (int i = 0; i < survey.fields.size(); i++) {
            order(survey, i, findings);
            odd(survey.fields.get(i), findings);
        }
        return findings;
    }

    private static void order(Survey survey, int index, List<Finding> findings) {
        Project project = survey.project;
        Field field = project.fields().get(index);
        Optional<Field> time = project.fields().stream()
                .filter(one -> one.name().equals(project.time()))
                .findFirst();
        Examples early = survey.early.get(index);
        if (field.type() != Type.TIMESTAMP
                || time.isEmpty()
                || early.count() == 0
                || field.known().order() <= time.get().known().order()) {
            return;
        }
        Evidence evidence = early.of(survey.fields.get(index).present());
        findings.add(new Finding(
                Kind.TIME_ORDER,
                evidence.share() < 0.01 ? Severity.NOTE : Severity.WARNING,
                field.name(),
                field.name() + " lies before " + project.time() + " in " + Say.count(evidence.count(), "row")
                        + ", though it is known later",
                evidence,
                "a clock fault or swapped columns; leave such rows out by keep_labelled"));
    }

    private static void odd(FieldFacts facts, List<Finding> findings) {
        if (facts.odd.count() > 0) {
            findings.add(new Finding(
                    Kind.ODD_TIME,
                    Severity.WARNING,
                    facts.field.name(),
                    Say.count(facts.odd.count(), "time") + " of " + facts.field.name()
                            + " cannot be: 1970-01-01 00:00, before 1900, or in the future",
                    facts.odd.of(facts.present()),
                    "most often a missing value in disguise; ask the sender, or leave such rows out by keep"));
        }
    }
}
