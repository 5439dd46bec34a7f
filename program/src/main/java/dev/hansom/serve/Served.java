package dev.hansom.serve;

/// What was said about one row: the prediction (NaN where nobody could), who said it and why, and what rule and model
/// had to say each (NaN where they had nothing).
///
/// `model` is the champion's answer, or the shadow's where the champion is a rule; `shadow` is the shadow's beside a
/// model as champion; `clamped` is whether the prediction was brought into the range that its model promises.
public record Served(
        String id,
        double prediction,
        Source source,
        Reason reason,
        double rule,
        double model,
        double shadow,
        boolean clamped) {}
