package dev.hansom.monitor;

/// What was measured where something was found.
public enum Statistic {
    /// Population stability index of the present values.
    PSI("psi"),
    /// Difference of the shares of missing values.
    MISSING("missing"),
    /// Share of levels that the reference never had.
    NEW_LEVELS("new_levels"),
    /// Share of rows that the rule had to answer for the model.
    FALLBACK("fallback"),
    /// Share of rows outside what the project keeps.
    OUTSIDE_KEEP("outside_keep"),
    /// Share of rows that nobody answered.
    UNANSWERED("unanswered"),
    /// Share of answers whose truth is known.
    COVERAGE("coverage"),
    /// Loss against that of the validation.
    LOSS("loss"),
    /// Gain of the model over the rule.
    GAIN("gain"),
    /// Events that a log lost.
    LOST("lost"),
    /// Share of truths that belong to no prediction.
    UNMATCHED("unmatched");

    private final String slug;

    Statistic(String slug) {
        this.slug = slug;
    }

    /// The name in summaries and reports.
    public String slug() {
        return slug;
    }
}
