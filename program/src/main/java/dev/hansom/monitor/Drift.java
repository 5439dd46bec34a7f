package dev.hansom.monitor;

import java.util.stream.Stream;

/// How one column of a window differs from the reference.
///
/// `shape` measures the PSI of the values that are there, `jensenShannon` (0 to 1) the same in another way, `missing`
/// the
/// difference of the shares of missing values, `newLevels` the share of values that the reference never had.
/// `rows` is how many rows of the window were looked at. Medians are NaN for categories and times; shares are of all
/// rows. `change` says in words what changed most. Threads: immutable.
public record Drift(
        Subject subject,
        String name,
        long rows,
        Measure shape,
        double jensenShannon,
        Measure missing,
        Measure newLevels,
        double missingBefore,
        double missingNow,
        double medianBefore,
        double medianNow,
        String change) {

    /// The worst of its measures.
    public Status status() {
        return Status.worst(Stream.of(shape.status(), missing.status(), newLevels.status()));
    }

    Drift judged(Measure shape, Measure missing, Measure newLevels) {
        return new Drift(
                subject,
                name,
                rows,
                shape,
                jensenShannon,
                missing,
                newLevels,
                missingBefore,
                missingNow,
                medianBefore,
                medianNow,
                change);
    }
}
