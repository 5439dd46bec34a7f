package dev.hansom.check;

import dev.hansom.project.Checks;
import dev.hansom.project.Checks.Bounds;
import dev.hansom.project.Checks.FieldCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether every period holds what the project's `checks:` say.
final class HeldCheck implements Check {
    private static final String NEXT = "mend the data, or change checks in the project file where the change was meant";

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        Checks checks = survey.project.checks();
        for (int i = 0; i < survey.periods.size(); i++) {
            period(survey, checks, i, findings);
        }
        checks.freshness().ifPresent(limit -> freshness(survey, limit, findings));
        return findings;
    }

    private static void period(Survey survey, Checks checks, int index, List<Finding> findings) {
        PeriodFacts period = survey.periods.get(index);
        if (!checks.rows().hold((double) period.rows())) {
            failed(
                    findings,
                    period.name,
                    period.name + " has " + Say.count(period.rows(), "row") + ", not " + range(checks.rows()),
                    Evidence.of(period.rows(), period.rows()));
        }
        Evidence twice = period.duplicates.of(period.rows());
        if (checks.duplicatesAtMost().isPresent()
                && twice.share() > checks.duplicatesAtMost().getAsDouble()) {
            failed(
                    findings,
                    period.name,
                    Say.share(twice.share()) + " of the rows of " + period.name + " repeat another, more than "
                            + Say.share(checks.duplicatesAtMost().getAsDouble()),
                    twice);
        }
        checks.gapAtMost().ifPresent(limit -> {
            if (period.longestGapHours() > limit.toHours()) {
                failed(
                        findings,
                        period.name,
                        period.name + " has no row for " + period.longestGapHours() + " hours, more than "
                                + limit.toHours(),
                        Evidence.NONE);
            }
        });
        for (Map.Entry<String, FieldCheck> held : checks.fields().entrySet()) {
            survey.fields.stream()
                    .filter(facts -> facts.field.name().equals(held.getKey()))
                    .findFirst()
                    .ifPresent(facts -> field(survey, facts, held.getValue(), index, findings));
        }
        for (RowFacts condition : survey.conditions) {
            condition(condition, period, index, findings);
        }
    }

    private static void field(Survey survey, FieldFacts facts, FieldCheck check, int index, List<Finding> findings) {
        Tally tally = facts.tallies[index];
        String name = facts.field.name();
        String period = survey.periods.get(index).name;
        Evidence missing = tally.missing.of(tally.rows);
        if (check.missingAtMost().isPresent()
                && missing.share() > check.missingAtMost().getAsDouble()) {
            failed(
                    findings,
                    name,
                    name + " is missing in " + Say.share(missing.share()) + " of the rows of " + period + ", more than "
                            + Say.share(check.missingAtMost().getAsDouble()),
                    missing);
        }
        Evidence outside = tally.outside.of(tally.present());
        if (outside.count() > 0 && outside.share() > check.outsideAtMost()) {
            failed(
                    findings,
                    name,
                    Say.share(outside.share()) + " of the values of " + name + " in " + period + " are "
                            + (check.levels().isEmpty()
                                    ? open(survey, facts, "not " + range(check.values(), facts), "out of their range")
                                    : "no known level")
                            + ", more than " + Say.share(check.outsideAtMost()),
                    outside);
        }
        if (check.median().isStated() && tally.present() > 0) {
            double median = survey.median(facts, index);
            if (!Double.isNaN(median) && !check.median().hold(median)) {
                failed(
                        findings,
                        name,
                        "the median of " + name + " in " + period + " is "
                                + open(
                                        survey,
                                        facts,
                                        Show.value(facts, median) + ", not " + range(check.median(), facts),
                                        "out of its range"),
                        Evidence.of(tally.present(), tally.present()));
            }
        }
    }

    /// What is said with values, or without them of a field that looks private.
    private static String open(Survey survey, FieldFacts facts, String shown, String hidden) {
        return PrivateCheck.looksPrivate(survey, facts) ? hidden : shown;
    }

    private static void condition(RowFacts facts, PeriodFacts period, int index, List<Finding> findings) {
        Evidence broken = facts.broken(index);
        if (broken.count() > 0 && 1 - broken.share() < facts.check.atLeast()) {
            failed(
                    findings,
                    facts.check.name(),
                    facts.check.name() + " does not hold in " + Say.share(broken.share()) + " of the rows of "
                            + period.name + ": " + facts.check.expression(),
                    broken);
        }
    }

    private static void freshness(Survey survey, Duration limit, List<Finding> findings) {
        long newest =
                survey.periods.stream().mapToLong(period -> period.newest).max().orElse(Long.MIN_VALUE);
        if (newest == Long.MIN_VALUE) {
            return;
        }
        long age = survey.now - newest;
        if (age > limit.toNanos() / 1_000) {
            failed(
                    findings,
                    survey.project.time(),
                    "the newest row is of " + Say.time(newest) + ", more than " + limit.toHours() + " hours ago",
                    Evidence.NONE);
        }
    }

    private static String range(Bounds bounds) {
        return Show.range(Say.number(bounds.min()), Say.number(bounds.max()), bounds);
    }

    private static String range(Bounds bounds, FieldFacts facts) {
        return Show.range(Show.value(facts, bounds.min()), Show.value(facts, bounds.max()), bounds);
    }

    private static void failed(List<Finding> findings, String subject, String text, Evidence evidence) {
        findings.add(new Finding(Kind.CHECK_FAILED, Severity.ERROR, subject, text, evidence, NEXT));
    }
}
