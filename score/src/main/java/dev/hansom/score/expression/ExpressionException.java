package dev.hansom.score.expression;

/// An expression that does not compile: what is wrong, where, and the nearest thing that would do.
///
/// `getMessage()` is one line; [#caret()] shows the text with a caret under the place.
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int AROUND = 60;
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

    /// The line of the text where it goes wrong and, below it, a caret under the place. Long lines are cut.
    public String caret() {
        int place = Math.min(offset, text.length());
        int start = Math.max(text.lastIndexOf('\n', place - 1) + 1, place - AROUND);
        int lineEnd = text.indexOf('\n', place);
        int end = Math.min(lineEnd < 0 ? text.length() : lineEnd, place + AROUND);
        String line = text.substring(start, end).replaceAll("\\p{Cntrl}", " ");
        int before = text.codePointCount(start, place);
        return line + System.lineSeparator() + " ".repeat(before) + "^";
    }
}
