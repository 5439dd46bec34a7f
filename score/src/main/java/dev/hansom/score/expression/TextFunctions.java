package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Functions of text. Characters are Unicode code points.
final class TextFunctions {
    private TextFunctions() {}

    static final Typed LOWER = text(TextFunctions::lower);
    static final Typed UPPER = text(TextFunctions::upper);
    static final Typed TRIM = text(TextFunctions::trim);
    static final Typed LENGTH = Typed.of(Typed.takes(TextFunctions::length, Type.STRING));
    static final Typed CONTAINS = test(String::contains);
    static final Typed STARTS_WITH = test(String::startsWith);
    static final Typed REPLACE = Typed.of(Typed.takes(TextFunctions::replace, Type.STRING, Type.STRING, Type.STRING));
    static final Typed SUBSTRING = Typed.of(
            Typed.takes(TextFunctions::substring, Type.STRING, Type.INT64),
            Typed.takes(TextFunctions::substring, Type.STRING, Type.INT64, Type.INT64));

    private interface Test {
        boolean of(String text, String other);
    }

    /// `a || b`: anything is cast to text.
    static Term join(Call call) {
        Term left = Casts.cast(call.argument(0), Type.STRING);
        Term right = Casts.cast(call.argument(1), Type.STRING);
        Texts a = left.texts();
        Texts b = right.texts();
        return Term.text(List.of(left, right), () -> Sql.infix(left, "||", right), (c, r) -> {
            String x = a.at(c, r);
            String y = x == null ? null : b.at(c, r);
            return x == null || y == null || x.length() + y.length() > Texts.LENGTH_AT_MOST ? null : x + y;
        });
    }

    private static Typed text(UnaryOperator<String> operator) {
        return Typed.of(Typed.takes(
                call -> {
                    Texts a = call.argument(0).texts();
                    return Term.text(call.arguments(), () -> Sql.call(call.name(), call.arguments()), (c, r) -> {
                        String x = a.at(c, r);
                        return x == null ? null : operator.apply(x);
                    });
                },
                Type.STRING));
    }

    private static Typed test(Test test) {
        return Typed.of(Typed.takes(
                call -> {
                    Texts a = call.argument(0).texts();
                    Texts b = call.argument(1).texts();
                    return Term.truth(call.arguments(), () -> Sql.call(call.name(), call.arguments()), (c, r) -> {
                        String x = a.at(c, r);
                        String y = b.at(c, r);
                        return x == null || y == null ? NULL : test.of(x, y) ? 1 : 0;
                    });
                },
                Type.STRING,
                Type.STRING));
    }

    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String upper(String text) {
        return text.codePoints()
                .map(point -> point == 'ß' ? 'ẞ' : Character.toUpperCase(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Takes away spaces, not tabs or line ends.
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static Term length(Call call) {
        Texts a = call.argument(0).texts();
        return Term.whole(
                Type.INT64,
                call.arguments(),
                Integer.MAX_VALUE,
                () -> Sql.call(call.name(), call.arguments()),
                (c, r) -> {
                    String x = a.at(c, r);
                    return x == null ? NULL : x.codePointCount(0, x.length());
                });
    }

    private static Term replace(Call call) {
        Texts a = call.argument(0).texts();
        Texts b = call.argument(1).texts();
        Texts d = call.argument(2).texts();
        return Term.text(call.arguments(), () -> Sql.call(call.name(), call.arguments()), (c, r) -> {
            String text = a.at(c, r);
            String old = b.at(c, r);
            String by = d.at(c, r);
            return text == null || old == null || by == null ? null : replaced(text, old, by);
        });
    }

    private static @Nullable String replaced(String text, String old, String by) {
        if (old.isEmpty()) {
            return text;
        }
        long length = text.length();
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            length += by.length() - old.length();
        }
        return length > Texts.LENGTH_AT_MOST ? null : text.replace(old, by);
    }

    private static Term substring(Call call) {
        Texts a = call.argument(0).texts();
        Wholes start = call.argument(1).wholes();
        Wholes length = call.count() == 3 ? call.argument(2).wholes() : (c, r) -> Integer.MAX_VALUE;
        return Term.text(call.arguments(), () -> substringSql(call), (c, r) -> {
            String text = a.at(c, r);
            long from = start.at(c, r);
            long count = length.at(c, r);
            return text == null || from == NULL || count == NULL ? null : substring(text, from, count);
        });
    }

    /// From 1; a negative start counts from the end, a negative length goes backwards.
    private static String substring(String text, long from, long count) {
        int size = text.codePointCount(0, text.length());
        long start = near(from) < 0 ? size + near(from) : near(from) - 1;
        long end = start + near(count);
        int low = (int) Math.max(0, Math.min(size, Math.min(start, end)));
        int high = (int) Math.max(0, Math.min(size, Math.max(start, end)));
        return text.substring(text.offsetByCodePoints(0, low), text.offsetByCodePoints(0, high));
    }

    private static long near(long position) {
        return Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, position));
    }

    private static String substringSql(Call call) {
        StringBuilder sql =
                new StringBuilder("substring(").append(call.argument(0).sql());
        for (int i = 1; i < call.count(); i++) {
            sql.append(", ").append(Sql.clamped(call.argument(i), Integer.MAX_VALUE));
        }
        return sql.append(')').toString();
    }
}
