package dev.hansom.data;

import dev.hansom.score.Columns;

/// All rows of some months as they came, in order of time, with the target where it can be computed: what live traffic
/// is before `keep` judges it. `accounting` counts down to the rows with a usable target, as that of a [Dataset] does.
public record Unsifted(Columns rows, Accounting accounting) {}
