package dev.hansom.score.expression;

/// An expression that does not compile: what is wrong, where, and the nearest thing that would do.
///
/// `getMessage()` is one line; [#caret()] shows the text with a caret under the place.
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String text;
    private final int offset;

    /// `offset` counts characters of `text` from 0.
    public ExpressionException(String message, String text, int offset) {
        super(message);
        this.text = text;
        this.offset = offset;
    }

    /// The character of the text where it goes wrong, from 0.
    public int offset() {
        return offset;
    }

    /// The text and, below it, a caret under the place.
    public String caret() {
        return text + System.lineSeparator() + " ".repeat(Math.min(offset, text.length())) + "^";
    }
}
