package dev.hansom.score.pipeline;

import java.util.function.DoubleUnaryOperator;

/// What a function makes of each number of another's answers.
public record Mapped(Estimator estimator, DoubleUnaryOperator function) implements Estimator {
    @Override
    public int width() {
        return estimator.width();
    }

    @Override
    public int outputs() {
        return estimator.outputs();
    }

    @Override
    public boolean takesSparse() {
        return estimator.takesSparse();
    }

    @Override
    public void answer(Sparse row, double[] into, int at) {
        estimator.answer(row, into, at);
        for (int i = at; i < at + outputs(); i++) {
            into[i] = function.applyAsDouble(into[i]);
        }
    }

    @Override
    public void answers(double[] features, int rows, double[] into) {
        estimator.answers(features, rows, into);
        for (int i = 0; i < rows * outputs(); i++) {
            into[i] = function.applyAsDouble(into[i]);
        }
    }
}
