package dev.hansom.monitor;

/// One size of a difference, and what is known about it.
///
/// `size` is without what chance adds; up to `limit` it is ordinary, from `alarm` on it is large. `p` is the
/// probability of at least this where the true size is `limit`, `adjusted` the same among all tests of the window; both
/// are 1 where nothing could be tested. Threads: immutable.
public record Measure(double size, double limit, double alarm, double p, double adjusted, Status status) {
    static final Measure NONE = new Measure(0, 0, Double.POSITIVE_INFINITY, 1, 1, Status.GREEN);

    /// Whether there was anything to measure.
    public boolean measured() {
        return limit > 0;
    }

    /// Not judged yet.
    static Measure of(double size, double limit, double alarm, double p) {
        return new Measure(size, limit, alarm, p, 1, Status.GREEN);
    }

    /// Judged among the tests of its window at false discovery rate `alpha`; never worse than `worst`.
    Measure judged(double adjusted, double alpha, Status worst) {
        Status found = size <= limit || adjusted > alpha ? Status.GREEN : size >= alarm ? Status.RED : Status.AMBER;
        return new Measure(size, limit, alarm, p, adjusted, found.compareTo(worst) > 0 ? worst : found);
    }
}
