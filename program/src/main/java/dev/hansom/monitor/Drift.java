package dev.hansom.monitor;

import java.util.List;
import java.util.stream.Stream;

/// How one column of a window differs from the reference.
///
/// `shape` measures the PSI of the values that are there, `jensenShannon` (0 to 1) the same in another way, `missing`
/// the
/// difference of the shares of missing values, `newLevels` the share of values that the reference never had.
/// `rows` is how many rows of the window were looked at. Medians are NaN for categories and times; shares are of all
/// rows. `change` says in words what changed most, `bins` all of it. Threads: immutable.
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
        String change,
        List<Bin> bins) {

    /// One bin of its values: the shares of the present values that fell into it in the reference and in the window.
    /// Shape: as statistics compare them, so that there are few; none where nothing was present.
    public record Bin(String label, double before, double now) {}

    public Drift {
        bins = List.copyOf(bins);
    }

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
                change,
                bins);
    }
}
