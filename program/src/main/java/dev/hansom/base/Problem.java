package dev.hansom.base;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong: where, what, which value, what was expected, and what to do next.
///
/// Text: `where: what, value (expected: …); next`; parts that are null or empty are left out.
public record Problem(
        ErrorCode code,
        String where,
        String what,
        @Nullable String value,
        @Nullable String expected,
        @Nullable String next) {
    /// A problem with nothing but a place and a sentence; add the rest with `value`, `expected` and `next`.
    public static Problem of(ErrorCode code, String where, String what) {
        return new Problem(code, where, what, null, null, null);
    }

    /// The same with the offending value.
    public Problem value(String text) {
        return new Problem(code, where, what, text, expected, next);
    }

    /// The same with what was expected.
    public Problem expected(String text) {
        return new Problem(code, where, what, value, text, next);
    }

    /// The same with the next step.
    public Problem next(String text) {
        return new Problem(code, where, what, value, expected, text);
    }

    /// The whole problem on one line.
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        text.append(what);
        if (value != null && !value.isEmpty()) {
            text.append(", ").append(value);
        }
        if (expected != null && !expected.isEmpty()) {
            text.append(" (expected: ").append(expected).append(')');
        }
        if (next != null && !next.isEmpty()) {
            text.append("; ").append(next);
        }
        return text.toString();
    }
}
