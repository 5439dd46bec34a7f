package dev.hansom.data;

/// What becomes of a row that was read for a period: the first thing that speaks against it, in this order.
public enum Fate {
    /// It belongs to another period of its file than the one that is read, where it counts.
    ELSEWHERE(""),
    /// It has no time.
    TIME_MISSING(Accounting.TIME_MISSING),
    /// Its time is not in the period that it was read for.
    OUTSIDE(Accounting.OUTSIDE_PERIOD),
    /// The project learns from a sample, and the row is not in it. Nobody asked whether `keep` holds for it.
    SAMPLE(Accounting.SAMPLE),
    /// `keep` does not hold.
    KEEP(Accounting.KEEP),
    /// It may be asked about, and its target has no value.
    TARGET_MISSING(Accounting.TARGET_MISSING),
    /// It may be asked about, and `keep_labelled` does not hold.
    KEEP_LABELLED(Accounting.KEEP_LABELLED),
    /// It may be asked about and learned from.
    LABELLED("");

    private final String reason;

    Fate(String reason) {
        this.reason = reason;
    }

    /// The reason in an [Accounting]; empty where the row is kept.
    public String reason() {
        return reason;
    }

    /// Whether the row lies in its period: what live traffic is, whether `keep` holds or not.
    public boolean isTraffic() {
        return compareTo(SAMPLE) > 0;
    }

    /// Whether the row may be asked about.
    public boolean isAsked() {
        return compareTo(KEEP) > 0;
    }
}
