package dev.hansom.score.file;

/// Bytes that are no model of ours, or of a kind that we do not read: what, where, and what was expected.
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The whole text for a person.
    public ModelFormatException(String message) {
        super(message);
    }

    /// The whole text for a person, and what lies below.
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
