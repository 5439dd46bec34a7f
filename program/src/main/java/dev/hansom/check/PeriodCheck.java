package dev.hansom.check;

import dev.hansom.data.Window;
import java.util.ArrayList;
import java.util.List;

/// Whether the periods are whole: rows that belong elsewhere, and periods without a file.
final class PeriodCheck implements Check {
    private static final double FEW = 0.001;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        for (PeriodFacts period : survey.periods) {
            outside(period, findings);
        }
        if (!survey.project.timed()) {
            return findings;
        }
        List<Window> windows = survey.windows();
        for (int i = 1; i < windows.size(); i++) {
            gap(survey, windows.get(i - 1), windows.get(i), findings);
        }
        return findings;
    }

    private static void outside(PeriodFacts period, List<Finding> findings) {
        if (period.outside.count() == 0) {
            return;
        }
        Evidence evidence = period.outside.of(period.rows());
        findings.add(new Finding(
                Kind.OUTSIDE_PERIOD,
                evidence.share() < FEW ? Severity.NOTE : Severity.WARNING,
                period.name,
                Say.count(evidence.count(), "row") + (evidence.count() == 1 ? " has a time" : " have times")
                        + " outside " + period.name + ", from " + Say.time(period.outsideLeast) + " to "
                        + Say.time(period.outsideMost),
                evidence,
                "left out; ask the sender where there are many"));
    }

    private static void gap(Survey survey, Window before, Window after, List<Finding> findings) {
        long gap = after.start() - before.end();
        if (gap <= 0 || gap < (before.end() - before.start()) / 2) {
            return;
        }
        findings.add(new Finding(
                Kind.PERIOD_MISSING,
                Severity.WARNING,
                survey.project.time(),
                "no file has rows from " + before.until().toLocalDate() + " to "
                        + after.from().toLocalDate().minusDays(1),
                Evidence.NONE,
                "add the missing files, or leave out what lies before"));
    }
}
