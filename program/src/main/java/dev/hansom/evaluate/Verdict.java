package dev.hansom.evaluate;

/// Rule or ML: what a comparison says.
public enum Verdict {
    /// The model beats the rule by more than the margin.
    ML,
    /// Even an optimistic gain of the model does not reach the margin.
    RULE,
    /// Neither can be said yet; the rule serves.
    NOT_ENOUGH_DATA
}
