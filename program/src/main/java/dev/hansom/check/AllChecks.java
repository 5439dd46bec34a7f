package dev.hansom.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Runs every check there is.
public final class AllChecks {
    private static final List<Check> ALL = List.of(
            new HeldCheck(),
            new TargetCheck(),
            new LeakCheck(),
            new RowCountCheck(),
            new PeriodCheck(),
            new StoredCheck(),
            new ClockCheck(),
            new DelayCheck(),
            new NumberCheck(),
            new FarCheck(),
            new MissingCheck(),
            new ColumnCheck(),
            new SameCheck(),
            new LevelCheck(),
            new DuplicateCheck(),
            new PrivateCheck(),
            new UnstatedCheck());

    private AllChecks() {}

    /// What breaks the project's own `checks:`, and nothing else.
    public static List<Finding> broken(Survey survey) {
        return List.copyOf(new HeldCheck().find(survey));
    }

    /// All findings, the worst first.
    public static List<Finding> of(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : ALL) {
            findings.addAll(check.find(survey));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }
}
