package dev.hansom.serve;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why the rule answered a row and not a model.
///
/// Where the rule cannot answer either, the row has no prediction, and the reason still says why the model had none.
public enum Reason {
    /// The model answered.
    NONE(""),
    /// The champion is a rule.
    CHAMPION_IS_RULE("champion_is_rule"),
    /// The model gave NaN or an infinity, or failed.
    NO_ANSWER("no_answer"),
    /// The champion's file does not have its hash, or is no model.
    MODEL_DAMAGED("model_damaged"),
    /// The champion's file is not there.
    MODEL_MISSING("model_missing"),
    /// The row is not one that the model's `keep` means.
    OUTSIDE_KEEP("outside_keep");

    private static final Map<String, Reason> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Reason::slug, Function.identity()));

    private final String slug;

    Reason(String slug) {
        this.slug = slug;
    }

    /// The name in answers, logs and metrics; empty where the model answered.
    public String slug() {
        return slug;
    }

    /// The reason of this name. Errors: an unknown name is an IllegalArgumentException.
    public static Reason of(String slug) {
        Reason reason = BY_SLUG.get(slug);
        if (reason == null) {
            throw new IllegalArgumentException("no reason of a fallback: " + slug);
        }
        return reason;
    }
}
