package dev.hansom.score.profile;

import dev.hansom.score.Columns;

/// How the values of one column fall into bins; frozen, so that counts of different times and places add up.
///
/// Shape: bins `0` to `size() - 1`; the last one is for missing values.
/// Threads: immutable.
public sealed interface Bins permits NumberBins, LevelBins, ClockBins {
    /// How many bins, that of missing values included.
    int size();

    /// The bin of the value in `column` of row `row`.
    int bin(Columns rows, int column, int row);

    /// What a person calls bin `bin`.
    String label(int bin);

    /// The counts of present values as statistics compare them: rare bins joined, the missing ones left out.
    long[] comparable(long[] counts);

    /// What a person calls element `index` of [#comparable].
    String comparableLabel(int index);

    /// The bin of missing values.
    default int missing() {
        return size() - 1;
    }
}
