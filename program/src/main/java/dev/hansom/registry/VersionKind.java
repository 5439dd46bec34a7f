package dev.hansom.registry;

import java.util.Locale;

/// What a version answers by.
public enum VersionKind {
    /// A human formula, or one that learned only lookups.
    RULE,
    /// A learner's kernel.
    MODEL;

    /// The name in the store, in tags and in texts.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
