package dev.hansom.check;

import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;

/// A few numbers far beyond all others of their field: more than a hundred times the usual spread away.
final class FarCheck implements Check {
    private static final double FAR = 100;
    private static final double RARE = 0.01;
    private static final int ENOUGH = 100;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        for (FieldFacts facts : survey.fields) {
            boolean measures = facts.field.type() == Type.DOUBLE || facts.field.type() == Type.INT64;
            if (measures && !LevelCheck.isCode(facts)) {
                double[] sorted = survey.numbers(facts);
                if (sorted.length >= ENOUGH) {
                    find(facts, sorted, !PrivateCheck.looksPrivate(survey, facts), findings);
                }
            }
        }
        return findings;
    }

    private static void find(FieldFacts facts, double[] sorted, boolean open, List<Finding> findings) {
        double low = Quantile.of(sorted, 0.25);
        double high = Quantile.of(sorted, 0.75);
        double spread = Math.max(high - low, (Quantile.of(sorted, 0.99) - Quantile.of(sorted, 0.01)) / 8);
        if (!(spread > 0)) {
            return;
        }
        int above = facts.highest.beyond(high + FAR * spread);
        int below = facts.lowest.beyond(-(low - FAR * spread));
        if (above > 0 && above <= RARE * facts.present()) {
            String reach = ", up to " + Say.number(facts.highest.value(0)) + "; 99 % are at most "
                    + Say.number(Quantile.of(sorted, 0.99));
            findings.add(finding(facts, facts.highest, above, open ? reach : ""));
        }
        if (below > 0 && below <= RARE * facts.present()) {
            String reach = ", down to " + Say.number(-facts.lowest.value(0)) + "; 99 % are at least "
                    + Say.number(Quantile.of(sorted, 0.01));
            findings.add(finding(facts, facts.lowest, below, open ? reach : ""));
        }
    }

    /// `reach` says how far, or nothing of a field whose values are not shown.
    private static Finding finding(FieldFacts facts, Extremes extremes, int count, String reach) {
        boolean more = count == extremes.size() && extremes.isFull();
        return new Finding(
                Kind.FAR,
                Severity.WARNING,
                facts.field.name(),
                (more ? "at least " : "") + Say.count(count, "value") + " of " + facts.field.name()
                        + (count == 1 && !more ? " is" : " are") + " far beyond the others" + reach,
                new Evidence(count, facts.present(), extremes.places(count)),
                "clip it in a definition, for example least(" + facts.field.name() + ", …)");
    }
}
