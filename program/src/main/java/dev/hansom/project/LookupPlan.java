package dev.hansom.project;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a lookup is to be learned: the statistic of `value` (over `denominator` for a ratio), from past rows where
/// `where` holds, by `levels` of key expressions from the finest to the coarsest, each shrunk to the next by `shrink`
/// rows; `otherwise` where there are no past rows at all.
public record LookupPlan(
        String name,
        Statistic statistic,
        String value,
        Optional<String> denominator,
        Optional<String> where,
        List<List<String>> levels,
        double shrink,
        OptionalDouble otherwise) {}
