package dev.hansom.registry;

import java.time.Instant;

/// A name that moves between the versions of a model name, and who moved it last.
public record Alias(String name, String alias, int version, String setBy, Instant setAt) {
    /// The version that answers.
    public static final String CHAMPION = "champion";

    /// The fallback and the yardstick: the newest version that is a rule.
    public static final String RULE = "rule";

    /// The version whose answers are logged and given to nobody.
    public static final String SHADOW = "shadow";
}
