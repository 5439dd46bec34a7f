package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;

/// `text LIKE pattern`: `%` stands for any characters, `_` for one; nothing escapes them.
///
/// Time is at most the product of both lengths.
final class Like {
    static final Typed FUNCTION = Typed.of(Typed.takes(Like::of, Type.STRING, Type.STRING));

    private Like() {}

    private static Term of(Call call) {
        Texts a = call.argument(0).texts();
        Texts b = call.argument(1).texts();
        return Term.truth(call.arguments(), () -> Sql.infix(call.argument(0), "LIKE", call.argument(1)), (c, r) -> {
            String text = a.at(c, r);
            String pattern = b.at(c, r);
            return text == null || pattern == null ? NULL : matches(text, pattern) ? 1 : 0;
        });
    }

    static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int afterAny = -1;
        int retry = 0;
        while (t < text.length()) {
            int point = text.codePointAt(t);
            int wanted = p < pattern.length() ? pattern.codePointAt(p) : -1;
            if (wanted == '%') {
                afterAny = ++p;
                retry = t;
            } else if (wanted == '_' || wanted == point) {
                t += Character.charCount(point);
                p += Character.charCount(wanted);
            } else if (afterAny >= 0) {
                retry += Character.charCount(text.codePointAt(retry));
                t = retry;
                p = afterAny;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }
}
