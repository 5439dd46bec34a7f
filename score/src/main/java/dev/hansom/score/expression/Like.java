package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;

/// `text LIKE pattern`: `%` stands for any characters, `_` for one; nothing escapes them, but for the character that
/// `ESCAPE` names: what follows it stands for itself. With `ESCAPE`, pattern and character are written in place.
///
/// Time is at most the product of both lengths.
final class Like {
    static final Typed FUNCTION = Typed.of(
            Typed.takes(Like::of, Type.STRING, Type.STRING),
            Typed.takes(Like::escaped, Type.STRING, Type.STRING, Type.STRING));

    private static final int NO_ESCAPE = -2;

    private Like() {}

    private static Term of(Call call) {
        Texts a = call.argument(0).texts();
        Texts b = call.argument(1).texts();
        return Term.truth(call.arguments(), () -> Sql.infix(call.argument(0), "LIKE", call.argument(1)), (c, r) -> {
            String text = a.at(c, r);
            String pattern = b.at(c, r);
            return text == null || pattern == null ? NULL : matches(text, pattern, NO_ESCAPE) ? 1 : 0;
        });
    }

    private static Term escaped(Call call) {
        String pattern = written(call, 1);
        String escape = written(call, 2);
        if (escape.codePointCount(0, escape.length()) != 1) {
            throw call.refuse("ESCAPE " + Shown.of(escape) + " (expected: one character)");
        }
        int character = escape.codePointAt(0);
        if (endsEscaping(pattern, character)) {
            throw call.refuse("the pattern ends with its escape character (expected: a character behind it)");
        }
        Texts a = call.argument(0).texts();
        String sql = " LIKE " + Sql.text(pattern) + " ESCAPE " + Sql.text(escape);
        return Term.truth(call.arguments(), () -> "(" + call.argument(0).sql() + sql + ")", (c, r) -> {
            String text = a.at(c, r);
            return text == null ? NULL : matches(text, pattern, character) ? 1 : 0;
        });
    }

    private static String written(Call call, int argument) {
        Term term = call.argument(argument);
        String text = term.isConstant() ? term.constantText() : null;
        if (text == null) {
            throw call.refuse("LIKE with ESCAPE needs its pattern and character written in place");
        }
        return text;
    }

    private static boolean endsEscaping(String pattern, int escape) {
        boolean open = false;
        for (int p = 0; p < pattern.length(); p += Character.charCount(pattern.codePointAt(p))) {
            open = !open && pattern.codePointAt(p) == escape;
        }
        return open;
    }

    static boolean matches(String text, String pattern, int escape) {
        int t = 0;
        int p = 0;
        int afterAny = -1;
        int retry = 0;
        while (t < text.length()) {
            int point = text.codePointAt(t);
            int wanted = p < pattern.length() ? pattern.codePointAt(p) : -1;
            boolean itself = wanted == escape;
            int at = itself ? p + Character.charCount(wanted) : p;
            wanted = itself ? pattern.codePointAt(at) : wanted;
            if (!itself && wanted == '%') {
                afterAny = ++p;
                retry = t;
            } else if ((!itself && wanted == '_') || wanted == point) {
                t += Character.charCount(point);
                p = at + Character.charCount(wanted);
            } else if (afterAny >= 0) {
                retry += Character.charCount(text.codePointAt(retry));
                t = retry;
                p = afterAny;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%' && escape != '%') {
            p++;
        }
        return p == pattern.length();
    }
}
