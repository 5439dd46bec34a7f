package dev.hansom.score.expression;

/// A piece of an expression's text: `value` is a name without its quotes, a string without its quotes, a number or a
/// symbol as written.
record Token(Kind kind, String value, int at) {
    enum Kind {
        NAME,
        QUOTED,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isWord(String keyword) {
        return kind == Kind.NAME && value.equalsIgnoreCase(keyword);
    }

    /// How it is named in a message.
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "'" + Shown.of(value) + "'";
            default -> Shown.of(value);
        };
    }
}
