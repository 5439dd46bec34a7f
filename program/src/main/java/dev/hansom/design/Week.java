package dev.hansom.design;

import dev.hansom.data.Window;
import dev.hansom.evaluate.Losses;

/// One week of the comparison: how many earlier rows everybody was fitted on, and what each lost.
///
/// Rule and model are scored on the rows that both answered, the constant on all rows of the week.
/// `gain` is the mean loss of the rule minus that of the model; NaN where nothing was compared.
/// Threads: immutable.
public record Week(Window window, int fittedOn, Losses constant, Losses rule, Losses model, double gain) {
    /// Whether the model did better than the rule.
    public boolean won() {
        return gain > 0;
    }
}
