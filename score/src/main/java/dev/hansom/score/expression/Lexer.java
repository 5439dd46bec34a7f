package dev.hansom.score.expression;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of an expression into tokens, the last of which is END.
///
/// Errors: [ExpressionException] for what is no token, and for texts and numbers beyond any sense.
final class Lexer {
    static final int TEXT_AT_MOST = 20_000;
    private static final int NUMBER_AT_MOST = 100;
    private static final List<String> SYMBOLS = List.of(
            "<=", ">=", "<>", "!=", "==", "::", "||", "//", "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        if (text.length() > TEXT_AT_MOST) {
            throw new ExpressionException(
                    "an expression of " + text.length() + " characters (at most " + TEXT_AT_MOST + ")",
                    text,
                    TEXT_AT_MOST);
        }
        Lexer lexer = new Lexer(text);
        while (lexer.next()) {}
        return lexer.tokens;
    }

    private boolean next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            tokens.add(new Token(Token.Kind.END, "", at));
            return false;
        }
        char c = text.charAt(at);
        if (c == '\'') {
            quoted(c, Token.Kind.STRING);
        } else if (c == '"') {
            quoted(c, Token.Kind.QUOTED);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (Character.isLetter(text.codePointAt(at)) || c == '_') {
            name();
        } else {
            symbol();
        }
        return true;
    }

    private void quoted(char quote, Token.Kind kind) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            int end = text.indexOf(quote, at);
            if (end < 0) {
                throw refuse(start, "a " + quote + " without its partner");
            }
            value.append(text, at, end);
            at = end + 1;
            if (peek(0) != quote) {
                break;
            }
            value.append(quote);
            at++;
        }
        if (kind == Token.Kind.QUOTED && value.isEmpty()) {
            throw refuse(start, "an empty name");
        }
        tokens.add(new Token(kind, value.toString(), start));
    }

    private void number() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        if ((peek(0) == 'e' || peek(0) == 'E') && isExponent()) {
            at += isDigit(peek(1)) ? 1 : 2;
            digits();
        }
        if (at - start > NUMBER_AT_MOST) {
            throw refuse(start, "a number of " + (at - start) + " characters (at most " + NUMBER_AT_MOST + ")");
        }
        if (at < text.length() && (isNamePart(text.codePointAt(at)) || peek(0) == '.')) {
            throw refuse(at, "a number runs into " + Shown.of(text.substring(at, at + 1)));
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, at), start));
    }

    private boolean isExponent() {
        return isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2)));
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(start, at), start));
    }

    private void symbol() {
        if (text.startsWith("--", at) || text.startsWith("/*", at)) {
            throw refuse(at, "comments have no place in an expression");
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
                at += symbol.length();
                return;
            }
        }
        String shown = Shown.of(Character.toString(text.codePointAt(at)));
        String hint = shown.equals("^") ? "; a power is pow(x, y)" : "";
        throw refuse(at, "the character " + shown + " means nothing here" + hint);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }

    private ExpressionException refuse(int place, String message) {
        return new ExpressionException(message, text, place);
    }
}
