package dev.hansom.serve;

/// Who said it.
public enum Source {
    /// A rule's own file.
    RULE("rule"),
    /// The champion model.
    MODEL("model");

    private final String slug;

    Source(String slug) {
        this.slug = slug;
    }

    /// The name in answers, logs and metrics.
    public String slug() {
        return slug;
    }

    /// The source of this name. Errors: an unknown name is an IllegalArgumentException.
    public static Source of(String slug) {
        return switch (slug) {
            case "rule" -> RULE;
            case "model" -> MODEL;
            default -> throw new IllegalArgumentException("no source of answers: " + slug);
        };
    }
}
