package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Literals, type names and intervals as they are written.
final class Literals {
    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("double", Type.DOUBLE),
            Map.entry("bigint", Type.INT64),
            Map.entry("int64", Type.INT64),
            Map.entry("integer", Type.INT64),
            Map.entry("int", Type.INT64),
            Map.entry("varchar", Type.STRING),
            Map.entry("string", Type.STRING),
            Map.entry("text", Type.STRING),
            Map.entry("timestamp", Type.TIMESTAMP),
            Map.entry("date", Type.DATE),
            Map.entry("boolean", Type.BOOLEAN),
            Map.entry("bool", Type.BOOLEAN));
    private static final Pattern SPAN = Pattern.compile("\\s*(-?\\d{1,9})\\s+([A-Za-z]{1,20})\\s*");

    private Literals() {}

    static Term number(Token token, String text) {
        String digits = token.value();
        if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            double value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                throw new ExpressionException("a number beyond 1.8e308", text, token.at());
            }
            return Term.constant(value);
        }
        try {
            return Term.constant(Type.INT64, Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new ExpressionException(
                    "a whole number beyond 64 bits; written " + Shown.of(digits) + ".0 it is a DOUBLE",
                    text,
                    token.at());
        }
    }

    static Term text(String value) {
        return Term.constant(value);
    }

    static Term truth(boolean value) {
        return Term.constant(Type.BOOLEAN, value ? 1 : 0);
    }

    static Term missing() {
        return Term.missing(Type.DOUBLE, true);
    }

    static Term timestamp(Token token, String text) {
        return time(Type.TIMESTAMP, TimeTexts.timestamp(token.value()), "2021-01-31 08:05:00", token, text);
    }

    static Term date(Token token, String text) {
        return time(Type.DATE, TimeTexts.date(token.value()), "2021-01-31", token, text);
    }

    private static Term time(Type type, long value, String example, Token token, String text) {
        if (value == Columns.NULL) {
            throw new ExpressionException(
                    token.shown() + " is no " + type + " (expected: like '" + example + "')", text, token.at());
        }
        return Term.constant(type, value);
    }

    static Type type(Token token, String text) {
        Type type = token.kind() == Token.Kind.NAME ? TYPES.get(token.value().toLowerCase(Locale.ROOT)) : null;
        if (type == null) {
            String near = Nearest.to(token.value(), TYPES.keySet()).orElse("double");
            throw new ExpressionException(
                    "no type " + token.shown() + "; did you mean " + near
                            + "? (types: DOUBLE, BIGINT, VARCHAR, TIMESTAMP, DATE, BOOLEAN)",
                    text,
                    token.at());
        }
        return type;
    }

    /// `3 MONTH` of `INTERVAL 3 MONTH` or `3 months` of `INTERVAL '3 months'`.
    static Tree interval(Token start, Token first, String span, String text) {
        Matcher matcher = SPAN.matcher(span);
        Optional<Part> part = matcher.matches() ? Part.named(matcher.group(2)).filter(Part::isSpan) : Optional.empty();
        if (part.isEmpty()) {
            throw new ExpressionException(
                    "no interval " + Shown.of(span) + " (expected: a whole number and a unit, like INTERVAL 3 DAY)",
                    text,
                    first.at());
        }
        long count = Long.parseLong(matcher.group(1));
        return new Tree.Interval(
                start.at(), count * part.get().months(), count * part.get().micros());
    }
}
