package dev.hansom.data;

import java.util.Locale;

/// What kind of stretch rule and model are compared over, block by block.
public enum Stretch {
    /// Seven days.
    WEEK,
    /// A day: blocks that are not independent, so they cannot show that a model is better at the design.
    DAY,
    /// A calendar month, where the periods of a project are years.
    MONTH,
    /// A part of the made-up order of rows without a time; what answers it was fitted on all other folds.
    FOLD,
    /// A part of the made-up order of rows without a time; what answers it was fitted elsewhere, once for all parts.
    PART;

    /// The word for one.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// So many of them in words: `1 week`, `6 weeks`.
    public String count(long number) {
        return number + " " + word() + (number == 1 ? "" : "s");
    }

    /// Whether one comes after the other in time.
    public boolean inTime() {
        return this != FOLD && this != PART;
    }
}
