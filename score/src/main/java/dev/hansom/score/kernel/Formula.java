package dev.hansom.score.kernel;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Feature;
import java.util.List;

/// A human formula over fields, definitions and lookups: what makes a rule. It needs no features.
public record Formula(String expression) implements Kernel {
    /// Errors: a formula that is no number is an `ExpressionException`.
    @Override
    public BoundKernel bind(Scope scope, List<Feature> features) {
        if (!features.isEmpty()) {
            throw new IllegalArgumentException(features.size() + " features beside a formula (expected: none)");
        }
        Expression compiled = Expression.compile(expression, scope);
        if (!compiled.type().isNumeric()) {
            throw new ExpressionException(
                    "a rule that answers " + compiled.type().text() + " (expected: a number)", expression, 0);
        }
        return new Bound(compiled);
    }

    private record Bound(Expression expression) implements BoundKernel {
        @Override
        public double answer(Columns columns, int row) {
            return expression.number(columns, row);
        }

        @Override
        public double[] contributions(Columns columns, int row) {
            throw new IllegalStateException("contributions of a rule (expected: a model with features)");
        }
    }
}
