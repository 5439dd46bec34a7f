package dev.hansom.score.kernel;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.expression.Stages;
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
        return new Bound(new Stages(scope, List.of(compiled)));
    }

    private static final class Bound implements BoundKernel {
        private final Stages stages;
        private final Rooms<Stages.Room> rooms;

        private Bound(Stages stages) {
            this.stages = stages;
            this.rooms = new Rooms<>(() -> stages.room(1));
        }

        @Override
        public double answer(Columns columns, int row) {
            Stages.Room room = rooms.take();
            room.compute(columns, row);
            double answer = room.number(0);
            rooms.giveBack(room);
            return answer;
        }

        @Override
        public double[] answer(Columns columns) {
            double[] answers = new double[columns.size()];
            Stages.Room room = stages.room(answers.length);
            double[] some = room.block().numbers();
            for (int from = 0; from < answers.length; from += room.capacity()) {
                int rows = Math.min(room.capacity(), answers.length - from);
                room.compute(columns, from, rows);
                room.numbers(0, some);
                System.arraycopy(some, 0, answers, from, rows);
            }
            return answers;
        }

        @Override
        public double[] contributions(Columns columns, int row) {
            throw new IllegalStateException("contributions of a rule (expected: a model with features)");
        }
    }
}
