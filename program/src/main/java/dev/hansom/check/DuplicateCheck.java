package dev.hansom.check;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;

/// Rows that are there twice: exactly, or on both sides of the split in all but times. What chance alone would repeat
/// is no finding.
final class DuplicateCheck implements Check {
    private static final double SOME = 0.01;
    private static final double TIMES_CHANCE = 10;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        exact(survey, findings);
        near(survey, findings);
        return findings;
    }

    private static void exact(Survey survey, List<Finding> findings) {
        long rows = survey.rows();
        double chance = Chance.equal(
                survey.sample.rows(), column -> column < survey.project.fields().size());
        double expected = chance * rows * (rows - 1.0) / 2;
        for (PeriodFacts period : survey.periods) {
            Evidence evidence = period.duplicates.of(period.rows());
            if (evidence.count() > TIMES_CHANCE * expected) {
                findings.add(new Finding(
                        Kind.DUPLICATE_ROWS,
                        Severity.WARNING,
                        period.name,
                        (survey.isThinned() ? "about " : "") + Say.count(evidence.count(), "row") + " of " + period.name
                                + " repeat another row in every field",
                        evidence,
                        "see whether a file was sent or joined twice"));
            }
        }
    }

    private static void near(Survey survey, List<Finding> findings) {
        long later = survey.labels - survey.trainingLabels();
        if (later == 0 || survey.trainingLabels() == 0) {
            return;
        }
        Schema schema = survey.sample.rows().schema();
        double chance = Chance.equal(
                survey.sample.rows(),
                column -> schema.type(column) != Type.TIMESTAMP && schema.type(column) != Type.DATE);
        Evidence evidence = survey.crossing.of(later);
        if (evidence.share() >= SOME && evidence.share() > TIMES_CHANCE * chance * survey.trainingLabels()) {
            findings.add(new Finding(
                    Kind.NEAR_DUPLICATES,
                    Severity.WARNING,
                    survey.project.target().name(),
                    (survey.isThinned() ? "about " : "") + Say.count(evidence.count(), "validation row") + ", "
                            + Say.share(evidence.share()) + ", equal a training row in all but times",
                    evidence,
                    "a model can answer them from memory; see whether rows were copied or made up"));
        }
    }
}
