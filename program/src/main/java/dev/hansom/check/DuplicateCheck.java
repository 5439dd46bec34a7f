package dev.hansom.check;

import dev.hansom.project.Field;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Rows that are there twice: exactly, or on both sides of the split in all but times, or nearly so; and rows
/// that ask the same and have another target. What chance alone would repeat is no finding.
final class DuplicateCheck implements Check {
    private static final double SOME = 0.01;
    private static final double MANY = 0.05;
    private static final long A_FEW = 10;
    private static final double TIMES_CHANCE = 10;
    private static final double CONFLICT_TIMES_CHANCE = 3;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        exact(survey, findings);
        near(survey, findings);
        conflicts(survey, findings);
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
                                + " repeat another row in every field" + across(survey, period),
                        evidence,
                        "see whether a file was sent or joined twice"));
            }
        }
    }

    /// How many of the repetitions in a later period repeat a training row.
    private static String across(Survey survey, PeriodFacts period) {
        long count = survey.twins.crossing.count();
        return period.training || count == 0 ? "" : "; " + Say.count(count) + " on the other side of the split";
    }

    private static void near(Survey survey, List<Finding> findings) {
        long later = survey.labels - survey.trainingLabels();
        if (later == 0 || survey.trainingLabels() == 0) {
            return;
        }
        Schema schema = survey.sample.rows().schema();
        Set<String> told = Expression.compile(survey.project.target().expression(), Scope.of(survey.project.schema()))
                .columns();
        IntPredicate counts = column ->
                isNoTime(schema, column) && !told.contains(schema.names().get(column));
        // What the target is made of says no more than the target.
        double chance = TIMES_CHANCE * survey.trainingLabels() * Chance.equal(survey.sample.rows(), counts);
        crossing(
                survey,
                survey.twins.timeless.of(later),
                chance,
                "equal a training row in all but times",
                "a model can answer them from memory; see whether rows were copied or made up",
                findings);
        double near = TIMES_CHANCE * survey.trainingLabels() * Chance.nearlyEqual(survey.sample.rows(), counts);
        crossing(
                survey,
                survey.twins.close.of(later),
                near,
                "are a training row again in all but times, with numbers that agree in about three digits",
                "a model can answer them from memory; see whether rows were copied with noise or rounded anew",
                findings);
    }

    private static boolean isNoTime(Schema schema, int column) {
        return schema.type(column) != Type.TIMESTAMP && schema.type(column) != Type.DATE;
    }

    private static void crossing(
            Survey survey, Evidence evidence, double chance, String what, String next, List<Finding> findings) {
        if (evidence.count() >= A_FEW && evidence.share() >= SOME && evidence.share() > chance) {
            findings.add(new Finding(
                    Kind.NEAR_DUPLICATES,
                    Severity.WARNING,
                    survey.project.target().name(),
                    (survey.isThinned() ? "about " : "") + Say.count(evidence.count(), "validation row") + ", "
                            + Say.share(evidence.share()) + ", " + what,
                    evidence,
                    next));
        }
    }

    /// Rows that ask the same and were answered otherwise: what no model can tell apart.
    private static void conflicts(Survey survey, List<Finding> findings) {
        Evidence evidence = survey.twins.conflicts.of(survey.labels);
        if (!(evidence.share() >= SOME)) {
            return;
        }
        List<Field> fields = survey.project.fields();
        double chance = Chance.equal(
                survey.sample.rows(), column -> column < fields.size() && survey.project.asked(fields.get(column)));
        double expected = chance * survey.labels / 2;
        if (evidence.share() > CONFLICT_TIMES_CHANCE * expected) {
            String name = survey.project.target().name();
            findings.add(
                    new Finding(
                            Kind.LABEL_CONFLICT,
                            evidence.share() >= MANY ? Severity.WARNING : Severity.NOTE,
                            name,
                            (survey.isThinned() ? "about " : "") + Say.count(evidence.count(), "row") + ", "
                                    + Say.share(evidence.share()) + ", ask the same as an earlier row and have another "
                                    + name,
                            evidence,
                            "no model can tell them apart: was a label corrected later, or does a field lack that tells them apart?"));
        }
    }
}
