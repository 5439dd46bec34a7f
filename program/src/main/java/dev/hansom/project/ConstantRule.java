package dev.hansom.project;

import java.util.List;
import java.util.OptionalDouble;

/// The rule of a project that states none: what is usual for all past rows, whatever the row. It is the median where an
/// absolute error decides, else the mean.
record ConstantRule(Target target, Objective objective) {
    private boolean isMedian() {
        return objective.metric().equals("mae");
    }

    private String name() {
        return "usual_" + target.name();
    }

    /// The lookup that learns it.
    LookupPlan lookup() {
        Statistic statistic = isMedian() ? Statistic.MEDIAN : Statistic.MEAN;
        return new LookupPlan(
                name(),
                Measure.of(statistic, target.name()),
                List.of(List.of("TRUE")),
                OptionalDouble.of(0),
                1,
                OptionalDouble.empty());
    }

    /// The rule itself.
    RulePlan rule() {
        return new RulePlan(name(), "no rule is stated: the " + (isMedian() ? "median" : "mean") + " of all past rows");
    }
}
