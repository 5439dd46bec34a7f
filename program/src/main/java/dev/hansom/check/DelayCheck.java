package dev.hansom.check;

import java.util.List;

/// Whether labels are there when the project says so.
final class DelayCheck implements Check {
    private static final double SOME = 0.01;
    private static final double MANY = 0.05;

    @Override
    public List<Finding> find(Survey survey) {
        Evidence evidence = survey.lateLabels.of(survey.labels);
        if (!(evidence.share() >= SOME)) {
            return List.of();
        }
        return List.of(new Finding(
                Kind.LABEL_DELAY,
                evidence.share() >= MANY ? Severity.WARNING : Severity.NOTE,
                survey.project.target().name(),
                Say.share(evidence.share()) + " of the labels come later than label_delay, "
                        + survey.project.labelDelay().toString().substring(2).toLowerCase(java.util.Locale.ROOT),
                evidence,
                "raise label_delay, or training learns from labels that were not yet there"));
    }
}
