package dev.hansom.evaluate;

import java.util.List;
import java.util.OptionalInt;

/// A verdict with everything it rests on.
///
/// `interval` is of the mean gain of the model over the rule, in `unit` like `margin`. `weeksStillNeeded` is there for
/// `NOT_ENOUGH_DATA` alone, and absent even then where no reasonable number of weeks would decide. `detectableGain` is
/// the smallest mean gain that would have been called ML at the spread of these blocks (infinite below two blocks).
/// `reasons` are sentences for people. Threads: immutable.
public record Decision(
        Verdict verdict,
        Interval interval,
        double margin,
        String unit,
        int blocks,
        int wins,
        OptionalInt weeksStillNeeded,
        double detectableGain,
        List<String> reasons) {
    public Decision {
        reasons = List.copyOf(reasons);
    }

    /// Whether the model won.
    public boolean isMl() {
        return verdict == Verdict.ML;
    }
}
