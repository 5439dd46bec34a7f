package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads tokens into a [Tree] by operator precedence (Pratt).
///
/// Precedence is DuckDB's, from loose to tight: OR; AND; NOT; IS; comparison; BETWEEN, IN, LIKE; `||`; `+ -`;
/// `* / // %`; unary minus; `::`.
final class Parser {
    static final int NESTING_AT_MOST = 200;
    static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "is",
            "in",
            "between",
            "like",
            "case",
            "when",
            "then",
            "else",
            "end",
            "cast",
            "try_cast",
            "true",
            "false",
            "null",
            "as");
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int JOIN = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int SIGN = 10;
    private static final int CAST = 11;

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int nesting;

    private Parser(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    static Tree tree(String text) {
        Parser parser = new Parser(text);
        if (parser.peek().kind() == Token.Kind.END) {
            throw parser.refuse(parser.peek(), "an empty expression");
        }
        Tree tree = parser.expression(OR);
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.refuse(
                    parser.peek(),
                    "expected an operator or the end, found " + parser.peek().shown());
        }
        return tree;
    }

    private Tree expression(int tightness) {
        if (++nesting > NESTING_AT_MOST) {
            throw refuse(peek(), "nested more than " + NESTING_AT_MOST + " deep");
        }
        Tree left = prefix();
        while (true) {
            Token operator = peek();
            int binding = binding(operator);
            if (binding < tightness || binding == 0) {
                nesting--;
                return left;
            }
            left = suffix(left, operator, binding);
            if (binding == COMPARISON && binding(peek()) == COMPARISON) {
                throw refuse(peek(), "comparisons do not chain; join two with AND");
            }
        }
    }

    private int binding(Token token) {
        if (token.kind() == Token.Kind.SYMBOL) {
            return switch (token.value()) {
                case "=", "==", "<>", "!=", "<", "<=", ">", ">=" -> COMPARISON;
                case "||" -> JOIN;
                case "+", "-" -> SUM;
                case "*", "/", "//", "%" -> PRODUCT;
                case "::" -> CAST;
                default -> 0;
            };
        }
        if (token.kind() != Token.Kind.NAME) {
            return 0;
        }
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "or" -> OR;
            case "and" -> AND;
            case "is" -> IS;
            case "in", "between", "like", "not" -> RANGE;
            default -> 0;
        };
    }

    private Tree suffix(Tree left, Token operator, int binding) {
        take();
        return switch (binding) {
            case IS -> isNull(left, operator);
            case RANGE -> range(left, operator);
            case CAST -> new Tree.Cast(operator.at(), left, type());
            default -> call(operator, operation(operator), left, expression(binding + 1));
        };
    }

    private static String operation(Token operator) {
        return switch (operator.value()) {
            case "==" -> "=";
            case "!=" -> "<>";
            default -> operator.value().toLowerCase(Locale.ROOT);
        };
    }

    private Tree isNull(Tree left, Token is) {
        boolean not = accept("not");
        expect("null");
        Tree test = call(is, "is null", left);
        return not ? call(is, "not", test) : test;
    }

    private Tree range(Tree left, Token operator) {
        boolean not = operator.isWord("not");
        Token word = not ? take() : operator;
        Tree test = switch (word.value().toLowerCase(Locale.ROOT)) {
            case "between" -> between(left, word);
            case "in" -> in(left, word);
            case "like" -> like(left, word);
            default -> throw refuse(word, "expected IN, BETWEEN or LIKE after NOT, found " + word.shown());
        };
        return not ? call(operator, "not", test) : test;
    }

    private Tree like(Tree left, Token word) {
        Tree pattern = expression(RANGE + 1);
        return accept("escape")
                ? call(word, "like", left, pattern, expression(RANGE + 1))
                : call(word, "like", left, pattern);
    }

    private Tree between(Tree left, Token word) {
        Tree low = expression(RANGE + 1);
        expect("and");
        return call(word, "between", left, low, expression(RANGE + 1));
    }

    private Tree in(Tree left, Token word) {
        symbol("(");
        List<Tree> arguments = new ArrayList<>(List.of(left));
        arguments.addAll(list());
        if (arguments.size() == 1) {
            throw refuse(word, "IN needs at least one value");
        }
        return new Tree.Call(word.at(), "in", List.copyOf(arguments));
    }

    private Tree prefix() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Tree.Literal(token.at(), Literals.number(token, text));
            case STRING -> new Tree.Literal(token.at(), Literals.text(token.value()));
            case QUOTED -> name(token);
            case NAME -> word(token);
            case SYMBOL -> symbolic(token);
            case END -> throw refuse(token, "expected a value, found the end");
        };
    }

    private Tree symbolic(Token token) {
        return switch (token.value()) {
            case "(" -> {
                Tree inner = expression(OR);
                symbol(")");
                yield inner;
            }
            case "-" -> call(token, "-", expression(SIGN));
            case "+" -> call(token, "+", expression(SIGN));
            default -> throw refuse(token, "expected a value, found " + token.shown());
        };
    }

    private Tree word(Token token) {
        boolean string = peek().kind() == Token.Kind.STRING;
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "true" -> new Tree.Literal(token.at(), Literals.truth(true));
            case "false" -> new Tree.Literal(token.at(), Literals.truth(false));
            case "null" -> new Tree.Literal(token.at(), Literals.missing());
            case "not" -> call(token, "not", expression(NOT));
            case "case" -> cases(token);
            case "cast", "try_cast" -> cast(token);
            case "timestamp" -> string ? new Tree.Literal(token.at(), Literals.timestamp(take(), text)) : name(token);
            case "date" -> string ? new Tree.Literal(token.at(), Literals.date(take(), text)) : name(token);
            case "interval" -> string || peek().kind() == Token.Kind.NUMBER ? interval(token) : name(token);
            default -> name(token);
        };
    }

    private Tree name(Token token) {
        boolean quoted = token.kind() == Token.Kind.QUOTED;
        if (!quoted && KEYWORDS.contains(token.value().toLowerCase(Locale.ROOT))) {
            throw refuse(
                    token,
                    "expected a value, found the keyword " + token.shown() + "; a column of this name is \""
                            + token.shown() + "\"");
        }
        if (!peek().is("(")) {
            return new Tree.Name(token.at(), token.value());
        }
        take();
        return new Tree.Call(token.at(), token.value(), list());
    }

    /// Arguments after an opening parenthesis, and the closing one.
    private List<Tree> list() {
        List<Tree> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(expression(OR));
            while (peek().is(",")) {
                take();
                arguments.add(expression(OR));
            }
        }
        symbol(")");
        return List.copyOf(arguments);
    }

    private Tree cases(Token start) {
        Tree subject = peek().isWord("when") ? null : expression(OR);
        List<Tree.When> whens = new ArrayList<>();
        while (accept("when")) {
            Tree condition = expression(OR);
            expect("then");
            whens.add(new Tree.When(condition, expression(OR)));
        }
        if (whens.isEmpty()) {
            throw refuse(peek(), "expected WHEN, found " + peek().shown());
        }
        @Nullable Tree otherwise = accept("else") ? expression(OR) : null;
        expect("end");
        return new Tree.Case(start.at(), subject, List.copyOf(whens), otherwise);
    }

    private Tree cast(Token start) {
        symbol("(");
        Tree value = expression(OR);
        expect("as");
        Type type = type();
        symbol(")");
        return new Tree.Cast(start.at(), value, type);
    }

    private Type type() {
        Token token = take();
        return Literals.type(token, text);
    }

    private Tree interval(Token start) {
        Token amount = take();
        String span = amount.kind() == Token.Kind.NUMBER ? amount.value() + " " + take().value() : amount.value();
        return Literals.interval(start, amount, span, text);
    }

    private Tree call(Token token, String name, Tree... arguments) {
        return new Tree.Call(token.at(), name, List.of(arguments));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            take();
        }
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw refuse(peek(), "expected " + word.toUpperCase(Locale.ROOT) + ", found " + peek().shown());
        }
    }

    private void symbol(String symbol) {
        if (!peek().is(symbol)) {
            throw refuse(peek(), "expected " + symbol + ", found " + peek().shown());
        }
        take();
    }

    private ExpressionException refuse(Token token, String message) {
        return new ExpressionException(message, text, token.at());
    }
}
