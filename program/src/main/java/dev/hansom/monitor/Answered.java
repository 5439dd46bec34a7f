package dev.hansom.monitor;

import java.util.Map;
import java.util.TreeMap;

/// How many rows were asked, and who answered them: `sources` maps `model` and `rule` to rows, `reasons` maps why the
/// rule answered; `unanswered` rows got no number at all. Threads: immutable.
public record Answered(long requests, Map<String, Long> sources, Map<String, Long> reasons, long unanswered) {
    /// Nobody asked.
    public static final Answered NONE = new Answered(0, Map.of(), Map.of(), 0);

    /// Reasons that are no fault: the rule is what should answer.
    private static final java.util.Set<String> BY_DESIGN = java.util.Set.of("champion_is_rule", "outside_keep");

    public Answered {
        sources = Map.copyOf(sources);
        reasons = Map.copyOf(reasons);
    }

    /// Both together.
    public Answered plus(Answered other) {
        return new Answered(
                requests + other.requests,
                sum(sources, other.sources),
                sum(reasons, other.reasons),
                unanswered + other.unanswered);
    }

    /// Rows for which a model should have answered and did not.
    public long fallbacks() {
        return reasons.entrySet().stream()
                .filter(entry -> !BY_DESIGN.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// Rows outside what the project keeps.
    public long outsideKeep() {
        return reasons.getOrDefault("outside_keep", 0L);
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
