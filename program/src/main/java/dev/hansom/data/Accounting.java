package dev.hansom.data;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of the rows that were read: kept, or dropped for one reason each; and how many values of which field
/// were there and had no reading in the declared type (a finding; the row stays).
///
/// `read = kept + the sum of dropped`, always.
public record Accounting(long read, long kept, SortedMap<String, Long> dropped, SortedMap<String, Long> lossy) {
    /// The time column has no value.
    public static final String TIME_MISSING = "time_missing";
    /// The time is outside the period of the file.
    public static final String OUTSIDE_PERIOD = "outside_period";
    /// The project's `data.sample` leaves the row out.
    public static final String SAMPLE = "sample";
    /// The project's `keep` does not hold.
    public static final String KEEP = "keep";
    /// The target has no value.
    public static final String TARGET_MISSING = "target_missing";
    /// The project's `keep_labelled` does not hold.
    public static final String KEEP_LABELLED = "keep_labelled";
    /// The label was not yet known when the later part began.
    public static final String EMBARGO = "embargo";

    /// Nothing was read.
    public static final Accounting NONE = new Accounting(0, 0, Map.of(), Map.of());

    public Accounting(long read, long kept, Map<String, Long> dropped, Map<String, Long> lossy) {
        this(read, kept, sorted(dropped), sorted(lossy));
    }

    public Accounting {
        dropped = sorted(dropped);
        lossy = sorted(lossy);
        long gone = dropped.values().stream().mapToLong(Long::longValue).sum();
        if (read != kept + gone) {
            throw new IllegalArgumentException("read " + read + " is not kept " + kept + " + dropped " + gone);
        }
    }

    /// The accounts of both together.
    public Accounting plus(Accounting other) {
        return new Accounting(
                read + other.read, kept + other.kept, sum(dropped, other.dropped), sum(lossy, other.lossy));
    }

    /// The same after `count` kept rows were dropped for `reason`.
    public Accounting dropping(String reason, long count) {
        return new Accounting(read, kept - count, sum(dropped, Map.of(reason, count)), lossy);
    }

    /// The same before rows were dropped for these reasons.
    Accounting keeping(String... reasons) {
        SortedMap<String, Long> others = new TreeMap<>(dropped);
        long back = 0;
        for (String reason : reasons) {
            Long count = others.remove(reason);
            back += count == null ? 0 : count;
        }
        return new Accounting(read, kept + back, others, lossy);
    }

    /// How many rows were dropped for `reason`.
    public long dropped(String reason) {
        return dropped.getOrDefault(reason, 0L);
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        SortedMap<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
        SortedMap<String, Long> sorted = new TreeMap<>(counts);
        sorted.values().removeIf(count -> count == 0);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
