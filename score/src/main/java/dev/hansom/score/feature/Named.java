package dev.hansom.score.feature;

import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;

/// Compiles an expression that stands under a name, so that an error says which.
final class Named {
    private Named() {}

    static Expression compile(String what, String text, Scope scope) {
        try {
            return Expression.compile(text, scope);
        } catch (ExpressionException e) {
            throw new ExpressionException(what + ": " + e.getMessage(), text, e.offset());
        }
    }
}
