package dev.hansom.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Missing values: how many, together with which others, and whether that changes from period to period.
final class MissingCheck implements Check {
    private static final double SOME = 0.05;
    private static final double MOST = 0.5;
    private static final double CHANGE = 0.05;
    private static final double SURE = 5;

    @Override
    public List<Finding> find(Survey survey) {
        Map<Long, List<FieldFacts>> together = new LinkedHashMap<>();
        for (FieldFacts facts : survey.fields) {
            if (facts.missing() > 0 && facts.present() > 0) {
                together.computeIfAbsent(facts.missingSignature, key -> new ArrayList<>())
                        .add(facts);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<FieldFacts> group : together.values()) {
            share(survey, group, findings);
            change(survey, group, findings);
        }
        return findings;
    }

    private static void share(Survey survey, List<FieldFacts> group, List<Finding> findings) {
        FieldFacts first = group.getFirst();
        Evidence evidence = new Evidence(first.missing(), first.rows(), first.missingPlaces());
        if (evidence.share() < SOME) {
            return;
        }
        boolean used = group.stream().anyMatch(facts -> survey.project.asked(facts.field));
        String names = names(group);
        findings.add(new Finding(
                Kind.MISSING,
                used && evidence.share() >= MOST ? Severity.WARNING : Severity.NOTE,
                names,
                names + (group.size() > 1 ? " are missing in the same " : " is missing in ")
                        + Say.count(evidence.count(), "row") + ", " + Say.share(evidence.share()),
                evidence,
                "missing stays missing for a model; see whether these rows come from another source"));
    }

    /// The period that differs most from all others together.
    private static void change(Survey survey, List<FieldFacts> group, List<Finding> findings) {
        FieldFacts first = group.getFirst();
        int worst = -1;
        double most = CHANGE;
        for (int i = 0; i < first.tallies.length; i++) {
            double change = Math.abs(change(first, i));
            if (change >= most) {
                worst = i;
                most = change;
            }
        }
        if (worst < 0) {
            return;
        }
        String names = names(group);
        Tally tally = first.tallies[worst];
        double others = tally.missingShare() - change(first, worst);
        findings.add(new Finding(
                Kind.MISSING_CHANGE,
                Severity.WARNING,
                names,
                names + (group.size() > 1 ? " are" : " is") + " missing in " + Say.share(tally.missingShare())
                        + " of the rows of " + survey.periods.get(worst).name + " and in " + Say.share(others)
                        + " of the others",
                tally.missing.of(tally.rows),
                "ask the sender what changed"));
    }

    /// How much the share of a period differs from that of all others, or 0 where that may be chance.
    private static double change(FieldFacts facts, int period) {
        Tally tally = facts.tallies[period];
        long otherRows = facts.rows() - tally.rows;
        long otherMissing = facts.missing() - tally.missing.count();
        if (tally.rows == 0 || otherRows == 0) {
            return 0;
        }
        double change = tally.missingShare() - (double) otherMissing / otherRows;
        double share = (double) facts.missing() / facts.rows();
        double error = Math.sqrt(share * (1 - share) * (1.0 / tally.rows + 1.0 / otherRows));
        return Math.abs(change) > SURE * error ? change : 0;
    }

    private static String names(List<FieldFacts> group) {
        return Say.list(group.stream().map(facts -> facts.field.name()).toList());
    }
}
