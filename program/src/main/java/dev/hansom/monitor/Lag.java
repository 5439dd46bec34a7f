package dev.hansom.monitor;

import java.time.Duration;
import java.util.List;

/// How long after a row's time its truth was known. Negative where a sender's clock is wrong.
public record Lag(long rows, Duration median, Duration p95, Duration longest) {
    /// The lag of these rows, each in microseconds, of which there is at least one.
    static Lag of(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        return new Lag(sorted.size(), rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 1));
    }

    private static Duration rank(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return Duration.ofNanos(Math.multiplyExact(sorted.get(Math.max(0, rank - 1)), 1000L));
    }
}
