package dev.hansom.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers that do not look like the others of their field: infinite, of the other sign, or too large to be exact.
final class NumberCheck implements Check {
    private static final double RARE = 0.01;
    private static final long ENOUGH = 100;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        Map<Evidence, List<FieldFacts>> odd = new LinkedHashMap<>();
        for (FieldFacts facts : survey.fields) {
            if (facts.infinite.count() > 0) {
                findings.add(finding(
                        Kind.NOT_FINITE,
                        Severity.WARNING,
                        facts,
                        Say.count(facts.infinite.count(), "value") + " of " + facts.field.name() + " are infinite",
                        facts.infinite,
                        "a division by zero upstream? a missing value would say more"));
            }
            if (facts.beyond.count() > 0) {
                findings.add(finding(
                        Kind.BEYOND_EXACT,
                        survey.project.asked(facts.field) ? Severity.WARNING : Severity.NOTE,
                        facts,
                        Say.count(facts.beyond.count(), "value") + " of " + facts.field.name()
                                + " are whole numbers beyond 2^53, which a double does not hold exactly",
                        facts.beyond,
                        "a number that names something is better declared as string"));
            }
            sign(facts, odd);
        }
        odd.forEach((evidence, fields) -> findings.add(sign(evidence, fields)));
        return findings;
    }

    private static void sign(FieldFacts facts, Map<Evidence, List<FieldFacts>> odd) {
        long negative = facts.negative.count();
        long positive = facts.positive.count();
        Examples few = negative <= positive ? facts.negative : facts.positive;
        if (few.count() > 0 && Math.max(negative, positive) >= ENOUGH && few.count() <= RARE * facts.present()) {
            odd.computeIfAbsent(few.of(facts.present()), key -> new ArrayList<>())
                    .add(facts);
        }
    }

    private static Finding sign(Evidence evidence, List<FieldFacts> fields) {
        FieldFacts first = fields.getFirst();
        String sign = first.negative.count() <= first.positive.count() ? "negative" : "positive";
        String names = Say.list(fields.stream().map(facts -> facts.field.name()).toList());
        return new Finding(
                Kind.SIGN,
                Severity.NOTE,
                names,
                names + (fields.size() > 1 ? " are " : " is ") + sign + " in " + Say.count(evidence.count(), "row")
                        + " and never in the others",
                evidence,
                "refunds, tests or faults? leave them out by keep_labelled where they are no ordinary rows");
    }

    private static Finding finding(
            Kind kind, Severity severity, FieldFacts facts, String text, Examples rows, String next) {
        return new Finding(kind, severity, facts.field.name(), text, rows.of(facts.present()), next);
    }
}
