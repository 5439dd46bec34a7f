package dev.hansom.check;

import dev.hansom.data.Fate;
import java.util.ArrayList;
import java.util.List;

/// Whether enough rows are left: what is dropped, periods that are thin, labels to learn from.
final class RowCountCheck implements Check {
    private static final double MUCH = 0.2;
    private static final long LEAST = 100;
    private static final long FEW = 300;
    private static final long ROWS_A_FEATURE = 10;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        labels(survey, findings);
        for (Fate fate : List.of(Fate.TIME_MISSING, Fate.KEEP, Fate.TARGET_MISSING, Fate.KEEP_LABELLED)) {
            dropped(survey, fate, findings);
        }
        sizes(survey, findings);
        return findings;
    }

    private static void labels(Survey survey, List<Finding> findings) {
        long labels = Math.round(survey.trainingLabels() * survey.project.data().sample());
        long wanted = Math.max(FEW, ROWS_A_FEATURE * survey.project.features().size());
        if (labels < wanted) {
            findings.add(new Finding(
                    Kind.TOO_FEW_ROWS,
                    labels < LEAST ? Severity.ERROR : Severity.WARNING,
                    survey.project.target().name(),
                    "only " + Say.count(labels, "row") + " with a label to train on",
                    Evidence.of(labels, survey.rows()),
                    "add older data; at least " + wanted + " for "
                            + survey.project.features().size() + " features"));
        }
    }

    private static void dropped(Survey survey, Fate fate, List<Finding> findings) {
        long count =
                survey.periods.stream().mapToLong(period -> period.count(fate)).sum();
        List<Place> places = survey.periods.stream()
                .flatMap(period -> period.places(fate).stream())
                .limit(3)
                .toList();
        Evidence evidence = new Evidence(count, survey.rows(), places);
        if (evidence.share() >= MUCH) {
            findings.add(new Finding(
                    Kind.ROWS_DROPPED,
                    Severity.WARNING,
                    fate.reason(),
                    Say.share(evidence.share()) + " of the rows are left out: " + reason(fate),
                    evidence,
                    "see whether the condition says what is meant; what is left out is never learned"));
        }
    }

    private static String reason(Fate fate) {
        return switch (fate) {
            case TIME_MISSING -> "their time is missing";
            case OUTSIDE -> "their time lies outside the period";
            case KEEP -> "keep does not hold";
            case TARGET_MISSING -> "the target is missing";
            case KEEP_LABELLED -> "keep_labelled does not hold";
            case LABELLED, ELSEWHERE, SAMPLE -> "";
        };
    }

    private static void sizes(Survey survey, List<Finding> findings) {
        long[] sorted =
                survey.whole().stream().mapToLong(PeriodFacts::rows).sorted().toArray();
        if (sorted.length < 2 || !survey.project.timed()) {
            return;
        }
        long usual = sorted[sorted.length / 2];
        double least = usual * (sorted.length > 2 ? 0.5 : 0.25);
        survey.whole().stream()
                .filter(period -> period.rows() < least)
                .forEach(period -> findings.add(new Finding(
                        Kind.PERIOD_SIZE,
                        Severity.WARNING,
                        period.name,
                        period.name + " has " + Say.count(period.rows(), "row") + " where others have about "
                                + Say.count(usual),
                        Evidence.of(period.rows(), usual),
                        "see whether its file is whole")));
    }
}
