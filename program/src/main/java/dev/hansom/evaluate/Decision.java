package dev.hansom.evaluate;

import dev.hansom.data.Stretch;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A verdict with everything it rests on.
///
/// `interval` is of the mean gain of the model over the rule, in `unit` like `margin`. `stillNeeded` is there for
/// `NOT_ENOUGH_DATA` alone, in stretches (rows, where they have no time), and absent even then where no reasonable
/// number would decide. `detectableGain` is
/// the smallest mean gain that would have been called ML at the spread of these blocks (infinite below two blocks).
/// `reasons` are sentences for people. Threads: immutable.
public record Decision(
        Verdict verdict,
        Interval interval,
        double margin,
        String unit,
        Stretch stretch,
        int blocks,
        int wins,
        OptionalLong stillNeeded,
        double detectableGain,
        List<String> reasons) {
    public Decision {
        reasons = List.copyOf(reasons);
    }

    /// What is still needed in words, for example `3 weeks` or `500 rows`; empty where nothing is.
    public String needed() {
        return stillNeeded.isEmpty() ? "" : needed(stretch, stillNeeded.getAsLong());
    }

    static String needed(Stretch stretch, long number) {
        return stretch.inTime() ? stretch.count(number) : number + (number == 1 ? " row" : " rows");
    }

    /// The same where nothing could be compared, and so many more rows are needed for it.
    public Decision lacking(long rows, String reason) {
        return new Decision(
                Verdict.NOT_ENOUGH_DATA,
                interval,
                margin,
                unit,
                stretch,
                blocks,
                wins,
                OptionalLong.of(rows),
                detectableGain,
                List.of(reason));
    }

    /// The same with these sentences after its reasons.
    public Decision remarking(List<String> remarks) {
        return new Decision(
                verdict,
                interval,
                margin,
                unit,
                stretch,
                blocks,
                wins,
                stillNeeded,
                detectableGain,
                Stream.concat(reasons.stream(), remarks.stream()).toList());
    }

    /// Whether the model won.
    public boolean isMl() {
        return verdict == Verdict.ML;
    }
}
